"""Odd and hostile words in the letter page: shown as words, and nothing typed is lost."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from flask.testing import FlaskClient

from gateway.letter_form import BOXES
from tests.unit.gateway.letter_pages import FULL, HOSTILE, Form, letter_text, value, write

pytestmark = pytest.mark.usefixtures("today")


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
