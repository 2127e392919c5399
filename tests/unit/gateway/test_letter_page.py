"""The form of the letter page: what a link fills in, its labels, what it needs no script for."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from gateway.letter_form import BOXES
from tests.unit.gateway.letter_pages import FULL, Form, write

pytestmark = pytest.mark.usefixtures("today")


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


def test_only_the_letter_is_printed(client: FlaskClient) -> None:
    with client.get("/static/page.css") as response:
        assert "@media print { header, footer, .not-printed { display: none; }" in response.text
    page = write(client, **FULL).text
    outside = re.sub(r'<div class="not-printed">.*?</div>', "", page, flags=re.S)
    assert "Sam Example" in outside
    assert "<textarea" not in outside
    assert "<form" not in outside
