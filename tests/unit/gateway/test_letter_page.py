"""The letter page: shows hostile words as words, and loses nothing that was typed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from gateway.letter_form import BOXES

HOSTILE = '</textarea><script>alert("1")</script><img src=x onerror=alert(1)> {{ 7*7 }} {name} \' "'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FULL = {
    "who": "parent",
    "council": "bathnes",
    "needs": ["communication", "sensory"],
    "child": "Sam Example",
    "birth_day": "14",
    "birth_month": "May",
    "birth_year": "2016",
    "school": "Hill School",
    "hard": "Long words.\r\n\r\nLoud rooms.",
    "tried": "A small group.",
    "why": "It did not help.",
    "evidence": "A report",
    "writer": "Ann Example",
    "address": "1 High Street\r\nTown",
    "contact": "ann@example.org",
}


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel("2026-11-28 12:00:00+00:00", tick=False):
        yield


def write(client: FlaskClient, action: str = "show", **typed: Any) -> TestResponse:
    """Send the form as a browser does."""
    data = {"action": action, **typed}
    return client.post("/letter", data=data, content_type="multipart/form-data")


class Form(HTMLParser):
    """The controls of a page by name: ids, labels, types, and which of them are chosen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.controls: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.ids: list[str] = []
        self.described: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "label":
            self.labelled.add(found["for"])
        if tag in ("input", "textarea", "select") and found.get("type") != "hidden":
            self.controls.append(found)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.described |= set((found.get("aria-describedby") or "").split())

    def chosen(self, name: str) -> list[str | None]:
        return [found["value"] for found in self.controls if found.get("name") == name and "checked" in found]


def value(page: str, name: str) -> str:
    """Give what a box holds; HTML drops the first line end of a textarea."""
    found = re.search(rf'<input[^>]* name="{name}"[^>]*? value="([^"]*)"', page) or re.search(
        rf'<textarea name="{name}"[^>]*>\n(.*?)</textarea>', page, re.S
    )
    assert found is not None
    return html.unescape(found[1])


def letter_text(page: str) -> str:
    found = re.search(r'<textarea id="copy"[^>]*>\n(.*?)</textarea>', page, re.S)
    assert found is not None
    return html.unescape(found[1])


def test_a_link_fills_in_who_council_and_needs(client: FlaskClient) -> None:
    response = client.get("/letter?who=young_person&council=bathnes&needs=communication,sensory")
    assert response.status_code == 200
    form = Form(response.text)
    assert form.chosen("who") == ["young_person"]
    assert form.chosen("needs") == ["communication", "sensory"]
    assert '<option value="bathnes" selected>' in response.text
    assert "We do not keep what you type here." in response.text


@pytest.mark.parametrize(
    "query",
    ["", "who=king&council=atlantis&needs=magic,,", "who=%00&council=%ff&needs=%3Cscript%3E", "needs=&who="],
)
def test_a_link_with_unknown_choices_is_an_empty_form(client: FlaskClient, query: str) -> None:
    response = client.get(f"/letter?{query}")
    assert response.status_code == 200
    form = Form(response.text)
    assert form.chosen("who") == ["parent"]
    assert form.chosen("needs") == []
    assert "selected" not in response.text


def test_a_link_cannot_carry_private_words(client: FlaskClient) -> None:
    page = client.get("/letter?child=Marmaduke&hard=Marmaduke&writer=Marmaduke&birth_year=2016").text
    assert "Marmaduke" not in page
    assert "2016" not in page


@pytest.mark.parametrize("typed", [{}, {"birth_day": "31", "birth_month": "2", "hard": "x" * 4001}])
def test_every_control_has_a_label_and_every_id_is_one_of_a_kind(
    client: FlaskClient, typed: dict[str, str]
) -> None:
    page = write(client, "show", **typed).text if typed else client.get("/letter").text
    form = Form(page)
    names = {control.get("name") for control in form.controls}
    assert {box.name for box in BOXES} | {
        "who",
        "needs",
        "council",
        "birth_day",
        "birth_month",
        "birth_year",
    } == names
    assert {control.get("id") for control in form.controls} <= form.labelled
    assert len(form.ids) == len(set(form.ids))
    assert form.described <= set(form.ids)


@pytest.mark.parametrize("path", ["/letter", "post"])
def test_nothing_on_the_page_needs_javascript_or_inline_style(client: FlaskClient, path: str) -> None:
    response = write(client, **FULL) if path == "post" else client.get(path)
    assert not re.search(r"<script|<style| style=| on\w+=|javascript:", response.text)
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_the_letter_holds_everything_typed_and_goes_to_the_councils_own_team(client: FlaskClient) -> None:
    response = write(client, **FULL)
    assert response.status_code == 200
    text = letter_text(response.text)
    for words in (
        "Ann Example\n1 High Street\nTown\nann@example.org\n\n28 November 2026\n\n",
        "Bath & North East Somerset Council\nB&NES Statutory SEN Service\nLewis House\nManvers Street",
        "Name: Sam Example\nDate of birth: 14 May 2016\nSchool, nursery or college: Hill School",
        "This is a request under section 36(1) of the Children and Families Act 2014.",
        "Sam Example has or may have special educational needs. It may be necessary",
        "- communication and interaction\n- sensory and/or physical needs",
        "Long words.\n\nLoud rooms.",
        "A small group.",
        "It did not help.",
        "A report",
    ):
        assert words in text
    assert "[" not in text
    assert "please confirm it with them" in response.text
    assert "This is information, not legal advice." in response.text


def test_the_shown_letter_and_the_one_to_copy_have_the_same_words(client: FlaskClient) -> None:
    page = write(client, **FULL).text
    article = re.search(r"<article.*?</article>", page, re.S)
    assert article is not None
    shown = html.unescape(re.sub(r"<[^>]+>", " ", article[0])).split()
    assert shown == letter_text(page).replace("\n- ", "\n").split()


@pytest.mark.parametrize("who", ["parent", "young_person", "school", "other", "king", ""])
def test_no_page_sets_a_bar_that_the_law_does_not(client: FlaskClient, who: str) -> None:
    for page in (client.get(f"/letter?who={who}").text, write(client, who=who).text):
        for never in ("must mediate", "severe", "You must", "£6,000", "EHCP"):
            assert never not in page


def test_an_almost_empty_form_gives_a_letter_with_gaps(client: FlaskClient) -> None:
    response = client.post("/letter")
    assert response.status_code == 200
    assert "[your child's name]" in letter_text(response.text)
    assert "[the name of your council]" in letter_text(response.text)
    assert "Where to send it" in write(client, council="doncaster").text


def test_a_young_person_asks_for_their_own_assessment(client: FlaskClient) -> None:
    text = letter_text(write(client, who="young_person", writer="Ann Example").text)
    assert "I am asking for an assessment of my own needs." in text


def test_a_parent_of_a_17_year_old_is_told_whose_right_it_is(client: FlaskClient) -> None:
    typed = {"birth_day": "1", "birth_month": "1", "birth_year": "2009"}
    assert "The right to ask is now their own" in write(client, **typed).text
    assert "The right to ask is now their own" not in write(client, **{**typed, "birth_year": "2016"}).text


def test_a_typed_council_goes_in_where_none_is_chosen(client: FlaskClient) -> None:
    text = letter_text(write(client, council_address="South Council\r\nTown Hall").text)
    assert "\n\nSouth Council\nTown Hall\n\n" in text


def test_a_typed_address_goes_before_the_one_we_hold(client: FlaskClient) -> None:
    text = letter_text(write(client, council="bathnes", council_address="PO Box 1").text)
    assert "Bath & North East Somerset Council\nPO Box 1\n" in text
    assert "Lewis House" not in text


def test_a_council_without_a_checked_address_leaves_a_gap(client: FlaskClient) -> None:
    text = letter_text(write(client, council="stockton").text)
    assert "Stockton-on-Tees Borough Council\n[the address of its SEND team]" in text


def test_the_page_works_while_the_knowledge_base_is_away(
    make_app: Callable[..., Flask], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = make_app(kb_url=f"sqlite:///{tmp_path}/never-built.sqlite").test_client()
    assert client.get("/letter?council=bathnes").status_code == 200
    response = write(client, **FULL)
    assert response.status_code == 200
    assert "Sam Example" in letter_text(response.text)
    assert "Example" not in caplog.text


def test_the_day_of_the_letter_is_the_day_in_england(client: FlaskClient) -> None:
    with time_machine.travel("2026-06-30 23:30:00+00:00", tick=False):
        assert "1 July 2026" in letter_text(write(client).text)


def test_plain_text_is_a_file_to_keep(client: FlaskClient) -> None:
    response = write(client, "text", **FULL)
    assert response.headers["Content-Disposition"] == 'attachment; filename="ehc-assessment-request.txt"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.mimetype == "text/plain"
    assert response.text == letter_text(write(client, **FULL).text)


def test_word_is_a_file_to_keep(client: FlaskClient) -> None:
    response = write(client, "word", **FULL)
    assert response.headers["Content-Disposition"] == 'attachment; filename="ehc-assessment-request.docx"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.mimetype == WORD
    paragraphs = [p.text for p in docx.Document(BytesIO(response.data)).paragraphs]
    assert paragraphs[0] == "Ann Example\n1 High Street\nTown\nann@example.org"
    assert "Long words.\n\nLoud rooms." in paragraphs


def test_the_finished_page_hands_every_word_on_to_the_next_press(client: FlaskClient) -> None:
    page = write(client, **FULL).text
    kept: dict[str, Any] = {name: value(page, name) for name in FULL if name != "needs"}
    kept["needs"] = re.findall(r'name="needs" value="(\w+)"', page)
    assert letter_text(write(client, **kept).text) == letter_text(page)
    changing = write(client, "change", **kept)
    assert changing.status_code == 200
    assert value(changing.text, "hard") == "Long words.\n\nLoud rooms."
    assert Form(changing.text).chosen("needs") == FULL["needs"]


@pytest.mark.parametrize("action", ["text", "word", "fly"])
def test_no_file_is_made_of_what_does_not_fit(client: FlaskClient, action: str) -> None:
    response = write(client, action, birth_year="16")
    assert response.status_code == 422
    assert response.mimetype == "text/html"


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"birth_day": "31", "birth_month": "2", "birth_year": "2016"}, "birth_day", "no such date"),
        ({"birth_day": "1", "birth_month": "2", "birth_year": "16"}, "birth_year", "4 digits"),
        ({"birth_day": "1", "birth_month": "2", "birth_year": "2030"}, "birth_year", "still to come"),
        ({"birth_day": "1", "birth_month": "2", "birth_year": "1990"}, "birth_year", "25 or older"),
        ({"birth_day": "1", "birth_year": "2016"}, "birth_month", "or leave all three empty"),
        ({"hard": "x" * 4001}, "hard", "4,001 characters"),
        ({"writer": "x" * 4001}, "writer", "4,001 characters"),
        (
            {"who": "young_person", "birth_day": "1", "birth_month": "2", "birth_year": "2016"},
            "who",
            "the right to ask is the parent&#39;s",
        ),
    ],
)
def test_what_does_not_fit_is_asked_about_and_nothing_typed_is_lost(
    client: FlaskClient, typed: dict[str, str], field: str, said: str
) -> None:
    response = write(client, **{**FULL, "birth_day": "", "birth_month": "", "birth_year": "", **typed})
    page = response.text
    assert response.status_code == 422
    assert "<title>Problem: " in page
    assert f'<li><a href="#{field}">' in page
    assert f'id="{field}"' in page
    assert page.count(said) == 2
    assert page.count('aria-invalid="true"') == 1
    assert f'<p class="problem" id="{field}-problem">' in page
    assert value(page, "tried") == FULL["tried"]
    assert Form(page).chosen("needs") == FULL["needs"]
    for name in set(typed) - {"who"}:
        assert value(page, name) == typed[name]


def test_hostile_text_is_shown_as_text_in_every_box(client: FlaskClient) -> None:
    typed = {box.name: f"{box.name}{HOSTILE}" for box in BOXES}
    ready, again = write(client, **typed).text, write(client, birth_year="1", **typed).text
    words = docx.Document(BytesIO(write(client, "word", **typed).data)).paragraphs
    for page in (ready, again):
        assert "<script" not in page
        assert "<img" not in page
    for name, text in typed.items():
        assert text in letter_text(ready)
        assert value(again, name) == text
        assert any(text in paragraph.text for paragraph in words)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4000,
        "\u202egnirts\u202c",
        "👩\u200d🏫" * 300,
        "a\x00b\x08\x0b\x0c",
        "\ufffe\uffff",
        "é" * 4000,
        "\t\n",
    ],
)
def test_odd_text_makes_every_kind_of_letter(client: FlaskClient, text: str) -> None:
    for action in ("show", "text", "word", "change"):
        response = write(client, action, hard=text, child=text, writer=text)
        assert response.status_code == 200
        if action != "word":
            assert not set("\x00\x08\x0b\x0c\u202e\u202c\ufffe\uffff") & set(response.text)


def test_a_whole_report_pasted_in_cannot_make_the_form_too_large_to_be_given_back(
    client: FlaskClient,
) -> None:
    boxes = [found for found in Form(client.get("/letter").text).controls if found.get("type") != "radio"]
    for box in boxes:
        if box["name"] in {one.name for one in BOXES}:
            assert box["maxlength"] == "8000"
    assert write(client, hard="x" * 8000).status_code == 422


def test_a_name_stays_on_one_line(client: FlaskClient) -> None:
    assert "parent of Sam Dear Council." in letter_text(write(client, child="Sam\r\n\r\nDear Council").text)


def test_every_box_may_be_full_at_once_in_another_script(client: FlaskClient) -> None:
    full = dict.fromkeys(("hard", "tried", "why", "evidence"), "ع" * 4000)
    assert write(client, "word", **full).status_code == 200
    assert 'enctype="multipart/form-data"' in client.get("/letter").text


def test_a_body_that_is_too_large_is_refused_politely(client: FlaskClient) -> None:
    assert write(client, hard="x" * 70_000).status_code == 413


def test_only_the_letter_is_printed(client: FlaskClient) -> None:
    with client.get("/static/page.css") as response:
        assert "@media print { header, footer, .not-printed { display: none; }" in response.text
    page = write(client, **FULL).text
    outside = re.sub(r'<div class="not-printed">.*?</div>', "", page, flags=re.S)
    assert "Sam Example" in outside
    assert "<textarea" not in outside
    assert "<form" not in outside
