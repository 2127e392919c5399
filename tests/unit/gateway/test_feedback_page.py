"""Feedback without JavaScript: a small form, back to the same turn, nothing hostile gets in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from casework.feedback import REASONS

ANSWER = {"text": "Ask the SENCO.", "custom": {"kind": "answer", "answer": "topic/name", "sources": []}}
MACRO = "{% from 'feedback_form.html' import feedback, thank_you %}"


@pytest.fixture
def client(app: Flask, bot: Any) -> FlaskClient:
    """A parent who got one answer."""
    bot.says(ANSWER)
    client = app.test_client()
    client.post("/messages", data={"text": "a question"})
    return client


def press(client: FlaskClient, **changes: str) -> Any:
    return client.post("/feedback", data={"turn": "1", "answer": "topic/name", "pressed": "yes", **changes})


def kept(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text("select helped, reason from feedback"))]


def form(app: Flask, **values: Any) -> str:
    with app.test_request_context():
        template = app.jinja_env.from_string(
            MACRO + "{{ feedback(number, answer, reasons) }}{{ thank_you() }}"
        )
        return template.render({"number": 3, "answer": "topic/name", "reasons": REASONS, **values})


def test_the_form_has_a_yes_a_no_and_a_button_for_each_reason(app: Flask) -> None:
    html = form(app)
    assert "<legend>Did this help?</legend>" in html
    buttons = re.findall(r'<button name="pressed" value="([^"]*)">([^<]*)</button>', html)
    assert buttons == [("yes", "Yes, it helped"), ("no", "No"), *REASONS.items()]
    assert '<form method="post" action="/feedback"' in html
    assert re.findall(r'name="(turn|answer)" value="([^"]*)"', html) == [
        ("turn", "3"),
        ("answer", "topic/name"),
    ]
    assert "Thank you" in html


def test_the_form_shows_hostile_text_as_text(app: Flask) -> None:
    html = form(app, answer='"><script>', reasons={"a": "<script>"})
    assert "<script" not in html


@pytest.mark.parametrize(
    ("pressed", "row"), [("yes", (1, None)), ("no", (0, None)), *((one, (0, one)) for one in REASONS)]
)
def test_a_press_leads_back_to_its_turn(
    client: FlaskClient, ledger_engine: Engine, pressed: str, row: tuple[int, str | None]
) -> None:
    response = press(client, pressed=pressed)
    assert (response.status_code, response.location) == (303, "/?thanks=1#turn-1")
    assert kept(ledger_engine) == [row]
    assert client.get(response.location).status_code == 200


@pytest.mark.parametrize("thanks", ["", "x", "-1", "²", "9" * 30, "1<script>"])
def test_rubbish_in_the_address_is_no_thanks(client: FlaskClient, thanks: str) -> None:
    page = client.get("/", query_string={"thanks": thanks})
    assert page.status_code == 200
    assert "Thank you" not in page.text


@pytest.mark.parametrize(
    "changes",
    [
        {"turn": ""},
        {"turn": "2"},
        {"turn": "²"},
        {"turn": "9" * 30},
        {"answer": ""},
        {"answer": "topic/other"},
        {"pressed": ""},
        {"pressed": "because my son Sam"},
    ],
)
def test_what_does_not_fit_is_refused_with_a_page(
    client: FlaskClient, ledger_engine: Engine, changes: dict[str, str]
) -> None:
    response = press(client, **changes)
    assert (response.status_code, response.mimetype) == (422, "text/html")
    assert "Sam" not in response.text
    assert kept(ledger_engine) == []


def test_without_a_conversation_it_says_to_start_a_new_one(app: Flask) -> None:
    response = press(app.test_client())
    assert (response.status_code, "Please start a new one." in response.text) == (404, True)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "rubbish", ""])
def test_a_form_on_another_site_is_refused(client: FlaskClient, ledger_engine: Engine, site: str) -> None:
    data = {"turn": "1", "answer": "topic/name", "pressed": "no"}
    assert client.post("/feedback", data=data, headers={"Sec-Fetch-Site": site}).status_code == 403
    assert kept(ledger_engine) == []
