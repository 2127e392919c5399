"""Feedback through the API: kept once for each answer, thanked for, refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from casework.feedback import REASONS
from gateway.feedback_api import THANKS, THANKS_PERSON
from gateway.problems import UNKNOWN_CONVERSATION

ANSWER = {"text": "Ask the SENCO.", "custom": {"kind": "answer", "answer": "topic/name", "sources": []}}
YES = {"turn": 1, "answer": "topic/name", "helped": True, "reason": None}


@pytest.fixture
def press(client: FlaskClient, chat: Any, bot: Any) -> Callable[..., Any]:
    """Press under the first answer, with parts changed by name."""
    bot.says(ANSWER)
    chat.say("a question")
    path = f"/api/conversations/{chat.id}/feedback"
    return lambda **changes: client.post(path, json={**YES, **changes}, headers=chat.headers)


def kept(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        query = text("select number, answer, helped, reason from feedback")
        return [tuple(row) for row in connection.execute(query)]


@pytest.mark.parametrize("reason", [None, *REASONS])
def test_a_press_is_kept_and_thanked_for(press: Any, ledger_engine: Engine, reason: str | None) -> None:
    response = press(helped=False, reason=reason)
    thanks = THANKS_PERSON if reason == "need_person" else THANKS
    assert (response.status_code, response.get_json()) == (200, {"kept": True, "sentence": thanks})
    assert kept(ledger_engine) == [(1, "topic/name", 0, reason)]


def test_a_reason_may_be_left_out_and_a_second_press_replaces(
    press: Any, client: FlaskClient, chat: Any, ledger_engine: Engine
) -> None:
    press(helped=False, reason="wrong_or_old")
    body = {"turn": 1, "answer": "topic/name", "helped": True}
    client.post(f"/api/conversations/{chat.id}/feedback", json=body, headers=chat.headers)
    assert kept(ledger_engine) == [(1, "topic/name", 1, None)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"turn": 0}, "unknown_answer"),
        ({"turn": -1}, "unknown_answer"),
        ({"turn": 2}, "unknown_answer"),
        ({"turn": 10**30}, "unknown_answer"),
        ({"answer": "topic/other"}, "unknown_answer"),
        ({"answer": ""}, "unknown_answer"),
        ({"answer": "\x00"}, "unknown_answer"),
        ({"turn": "1"}, "feedback"),
        ({"turn": True}, "feedback"),
        ({"turn": 1.0}, "feedback"),
        ({"turn": None}, "feedback"),
        ({"answer": None}, "feedback"),
        ({"answer": ["topic/name"]}, "feedback"),
        ({"helped": "no"}, "feedback"),
        ({"helped": 0}, "feedback"),
        ({"helped": None}, "feedback"),
        ({"reason": "need_person"}, "reason"),
        ({"helped": False, "reason": "because my son Sam"}, "reason"),
        ({"helped": False, "reason": ""}, "reason"),
        ({"helped": False, "reason": {}}, "reason"),
        ({"helped": False, "reason": []}, "reason"),
    ],
)
def test_what_does_not_fit_is_refused(
    press: Any, ledger_engine: Engine, changes: dict[str, Any], code: str
) -> None:
    response = press(**changes)
    assert (response.status_code, response.get_json()["error"]["code"]) == (422, code)
    assert kept(ledger_engine) == []


@pytest.mark.parametrize("secret", ["", "Bearer wrong"])
def test_without_the_secret_it_is_an_unknown_conversation(
    press: Any, client: FlaskClient, chat: Any, ledger_engine: Engine, secret: str
) -> None:
    path = f"/api/conversations/{chat.id}/feedback"
    response = client.post(path, json=YES, headers={"Authorization": secret})
    code, message, status = UNKNOWN_CONVERSATION
    assert (response.status_code, response.get_json()["error"]) == (
        status,
        {"code": code, "message": message},
    )
    assert kept(ledger_engine) == []


def test_feedback_on_the_safe_reply_is_refused(press: Any, chat: Any, bot: Any) -> None:
    bot.gives(b"", 500)
    chat.say("another question")
    assert press(turn=2).status_code == 422


def test_a_conversation_deleted_meanwhile_is_unknown(
    press: Any, app: Flask, chat: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = app.extensions["signpost"]
    conversation = services.ledger.find(chat.id, chat.secret)
    services.forget(conversation)
    monkeypatch.setattr("gateway.feedback_api.asked_conversation", lambda _: conversation)
    assert press().status_code == 404


def test_pressing_counts_among_what_a_conversation_may_send(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_conversation=2).test_client()
    calls = [client.post("/api/conversations/x/feedback", json=YES) for _ in range(3)]
    assert [response.status_code for response in calls] == [404, 404, 429]
