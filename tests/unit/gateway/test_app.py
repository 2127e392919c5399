"""The application as a whole: limits, headers, errors, no 5xx for any input, and logs without words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, text

WORDS = "Marmaduke throws xylophones at 07700 900123"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/health", 200),
        ("get", "/", 200),
        ("get", "/static/page.css", 200),
        ("get", "/api/conversations", 405),
        ("put", "/api/conversations", 405),
        ("delete", "/api/conversations/x/messages", 405),
        ("get", "/messages", 405),
        ("post", "/", 405),
        ("get", "/new", 405),
        ("get", "/nothing", 404),
        ("get", "/api/nothing", 404),
        ("get", "/static/../settings.py", 404),
        ("get", "/static/nothing.css", 404),
        ("get", "/%00", 404),
        ("get", "/%ff%fe", 404),
    ],
)
def test_each_address_answers_its_own_methods(app: Flask, method: str, path: str, status: int) -> None:
    with getattr(app.test_client(), method)(path) as response:
        assert response.status_code == status
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_programs_get_errors_as_json_and_people_as_a_page(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/api/nothing").get_json() == {
        "error": {"code": "not_found", "message": "There is nothing at this address."}
    }
    page = client.get("/nothing")
    assert page.mimetype == "text/html"
    assert "There is nothing at this address." in page.text
    assert 'href="/"' in page.text


@pytest.mark.parametrize("path", ["/", "/health", "/nothing", "/api/nothing"])
def test_nothing_is_cached_framed_or_run_from_elsewhere(app: Flask, path: str) -> None:
    headers = app.test_client().get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_a_conversation_that_sends_too_fast_is_asked_to_wait(
    make_app: Callable[..., Flask], bot: Any
) -> None:
    client = make_app(rate_conversation=2).test_client()
    chats = [client.post("/api/conversations").get_json() for _ in range(2)]

    def send(chat: dict[str, str], number: int) -> Any:
        body = {"client_id": f"client-{number:04}", "text": "a question"}
        headers = {"Authorization": f"Bearer {chat['secret']}"}
        return client.post(f"/api/conversations/{chat['id']}/messages", json=body, headers=headers)

    assert [send(chats[0], number).status_code for number in range(3)] == [200, 200, 429]
    refused = send(chats[0], 3).get_json()["error"]
    assert refused["code"] == "too_many_requests"
    assert "wait a minute" in refused["message"]
    assert send(chats[1], 0).status_code == 200
    assert len(bot.asked) == 3


def test_one_address_cannot_start_conversations_without_end(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_address=3).test_client()
    assert [client.post("/api/conversations").status_code for _ in range(4)] == [201, 201, 201, 429]
    other = client.post("/api/conversations", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 201


def test_the_page_is_limited_too_and_says_so(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_conversation=1).test_client()
    client.post("/messages", data={"text": "one"})
    client.post("/messages", data={"text": "two"})
    refused = client.post("/messages", data={"text": "three"})
    assert refused.status_code == 429
    assert "Please wait a minute" in refused.text


@pytest.mark.parametrize(
    "content_type", ["", "application/x-www-form-urlencoded", "multipart/form-data", "text/x"]
)
@pytest.mark.parametrize("raw", [b"", b"\x00\xff", b"text=%ff%00%ed%a0%80", b"--x", b"%", b"=&=&=" * 3000])
@pytest.mark.parametrize("path", ["/api/conversations", "/api/conversations/x/messages", "/messages", "/new"])
def test_no_rubbish_is_a_server_error(app: Flask, path: str, raw: bytes, content_type: str) -> None:
    response = app.test_client().post(path, data=raw, headers={"Content-Type": content_type})
    assert response.status_code < 500


@pytest.mark.parametrize("cookie", ["x", ".", "a.b.c", '"\\000.\\377"', "%00.%00", "é.é", "x" * 3000])
def test_a_broken_cookie_is_a_new_parent(app: Flask, cookie: str) -> None:
    client = app.test_client()
    headers = {"Cookie": f"signpost_conversation={cookie}"}
    assert client.get("/", headers=headers).status_code == 200
    assert client.post("/messages", data={"text": "hello"}, headers=headers).status_code == 303


def test_a_knowledge_base_that_is_away_at_the_start_does_not_silence_a_cry(
    make_app: Callable[..., Flask], bot: Any, tmp_path: Any
) -> None:
    client = make_app(kb_url=f"sqlite:///{tmp_path}/never-built.sqlite").test_client()
    bot.stop()
    chat = client.post("/api/conversations").get_json()
    response = client.post(
        f"/api/conversations/{chat['id']}/messages",
        json={"client_id": "client-0001", "text": "my son has just taken an overdose"},
        headers={"Authorization": f"Bearer {chat['secret']}"},
    )
    assert response.status_code == 200
    assert "999" in response.get_json()["messages"][0]["text"]


@pytest.mark.parametrize("failure", ["bot", "ledger", "refused", "none"])
def test_the_logs_never_hold_a_parents_words(
    chat: Any, app: Flask, bot: Any, ledger_engine: Engine, caplog: pytest.LogCaptureFixture, failure: str
) -> None:
    typed = WORDS
    if failure == "bot":
        bot.gives(b"Marmaduke", 500)
    if failure == "ledger":
        with ledger_engine.begin() as connection:
            connection.execute(text("drop table turn"))
    if failure == "refused":
        typed = WORDS * 200
    with caplog.at_level("DEBUG"):
        response = chat.say(typed)
        app.test_client().post("/messages", data={"text": typed})
    assert response.status_code == {"ledger": 500, "refused": 422}.get(failure, 200)
    for word in ("Marmaduke", "xylophones", "900123", chat.secret):
        assert word not in caplog.text


def test_a_failure_of_ours_says_what_to_do_and_logs_only_its_kind(
    chat: Any, ledger_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    with ledger_engine.begin() as connection:
        connection.execute(text("drop table turn"))
    response = chat.say(WORDS)
    assert response.status_code == 500
    assert "Please try again in a few minutes" in response.get_json()["error"]["message"]
    assert caplog.messages == ["request failed: OperationalError"]
