"""The letter itself: whose it is, where it goes, on the page and as a file to keep."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.unit.gateway.letter_pages import FULL, WORD, Form, letter_text, value, write

pytestmark = pytest.mark.usefixtures("today")


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
