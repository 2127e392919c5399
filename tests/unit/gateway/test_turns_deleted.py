"""A turn whose conversation is deleted meanwhile: a clear sentence, nothing kept, help in danger even so."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from gateway.problems import DELETED_MEANWHILE
from gateway.safe_reply import LAST_RESORT

CRY = "my son has just taken an overdose"
HELLO = b'{"messages": [{"text": "Hello."}]}'


@pytest.fixture
def delete_in_turn(app: Flask, bot: Any) -> Callable[..., None]:
    """Have the conversation deleted while the bot is answering, and the bot then answer with `status`."""

    def behave(chat: Any, status: int = 200) -> None:
        def delete(handler: BaseHTTPRequestHandler) -> None:
            path = f"/api/conversations/{chat.id}"
            assert app.test_client().delete(path, headers=chat.headers).status_code == 200
            handler.send_response(status)
            handler.send_header("Content-Length", str(len(HELLO)))
            handler.end_headers()
            handler.wfile.write(HELLO)

        bot.does(delete)

    return behave


def turns_left(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("select count(*) from turn")).scalar_one())


@pytest.mark.parametrize("status", [200, 500])
def test_nothing_of_the_turn_is_kept_and_the_parent_is_told(
    chat: Any, delete_in_turn: Any, ledger_engine: Engine, status: int
) -> None:
    chat.say("before")
    delete_in_turn(chat, status)
    response = chat.say("Marmaduke throws xylophones")
    code, message, number = DELETED_MEANWHILE
    assert (response.status_code, response.get_json()) == (
        number,
        {"error": {"code": code, "message": message}},
    )
    assert turns_left(ledger_engine) == 0


def test_help_in_danger_comes_first_all_the_same(
    chat: Any, delete_in_turn: Any, ledger_engine: Engine
) -> None:
    delete_in_turn(chat)
    message = chat.say(CRY).get_json()["error"]["message"]
    assert message == f"{LAST_RESORT} {DELETED_MEANWHILE[1]}"
    assert turns_left(ledger_engine) == 0


def test_what_comes_after_meets_an_unknown_conversation(chat: Any, delete_in_turn: Any) -> None:
    delete_in_turn(chat)
    chat.say("a question")
    assert (chat.say("another").status_code, chat.read().status_code) == (404, 404)


def test_the_page_says_so_and_keeps_the_words_in_the_box(app: Flask, bot: Any, ledger_engine: Engine) -> None:
    client, other = app.test_client(), app.test_client()
    client.post("/messages", data={"text": "before"})
    other.set_cookie("signpost_conversation", client.get_cookie("signpost_conversation").value)

    def delete(handler: BaseHTTPRequestHandler) -> None:
        assert other.post("/delete").status_code == 200
        handler.send_error(500)

    bot.does(delete)
    response = client.post("/messages", data={"text": "my words"})
    assert response.status_code == 410
    assert DELETED_MEANWHILE[1] in response.text
    assert ">my words</textarea>" in response.text
    bot.says({"text": "Hello."})
    assert client.post("/messages", data={"text": "my words"}).status_code == 303
    assert turns_left(ledger_engine) == 1


def test_a_turn_that_waits_for_its_turn_does_not_reach_the_bot(
    chat: Any, app: Flask, bot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, hold = app.extensions["signpost"].turns, app.extensions["signpost"].turns._locks.hold

    def deleted_while_waiting(conversation_id: str, seconds: float) -> Any:
        app.test_client().delete(f"/api/conversations/{chat.id}", headers=chat.headers)
        return hold(conversation_id, seconds)

    monkeypatch.setattr(turns._locks, "hold", deleted_while_waiting)
    assert chat.say("a question").status_code == 410
    assert bot.asked == []
