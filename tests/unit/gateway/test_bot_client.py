"""Asking the bot over real sockets: what arrives there, and every way it can fail."""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from gateway.bot_client import BotClient, BotFailed

HELLO = [{"text": "Hello."}]


def ask(bot: Any, seconds: float = 2.0, **changes: Any) -> list[dict[str, Any]]:
    said = {"sender": "an-id", "text": "a question", "payload": None, "council": None, **changes}
    return BotClient(bot.url, "a secret").ask(seconds=seconds, **said)


def reason(bot: Any, seconds: float = 2.0) -> str:
    with pytest.raises(BotFailed) as failed:
        ask(bot, seconds)
    return failed.value.reason


def test_the_messages_come_back_as_they_are(bot: Any) -> None:
    messages = [
        {"text": "Hello.", "buttons": [{"title": "Go on", "payload": "/affirm"}]},
        {"custom": {"kind": "answer"}},
    ]
    bot.says(*messages)
    assert ask(bot) == messages


def test_typed_words_go_as_text_with_the_council_and_the_secret(bot: Any) -> None:
    ask(bot, text="/restart", council="bathnes")
    assert bot.asked == [
        {
            "path": "/webhooks/signpost/turn",
            "sender": "an-id",
            "text": "/restart",
            "metadata": {"council": "bathnes"},
        }
    ]
    assert bot.secrets == ["a secret"]


def test_a_button_goes_as_payload_without_its_title(bot: Any) -> None:
    ask(bot, text="Talk to a person", payload="/human_handoff")
    assert bot.asked[0]["payload"] == "/human_handoff"
    assert "text" not in bot.asked[0]


def test_a_slash_at_the_end_of_the_address_is_no_matter(bot: Any) -> None:
    BotClient(f"{bot.url}/", "s").ask("id", "text", None, None, 2)
    assert bot.asked[0]["path"] == "/webhooks/signpost/turn"


@pytest.mark.parametrize(
    ("status", "named"),
    [(503, "not_stored"), (504, "slow"), (500, "error"), (401, "error"), (404, "error"), (204, "error")],
)
def test_a_failing_bot_is_named_by_its_status(bot: Any, status: int, named: str) -> None:
    bot.gives(b"", status)
    assert reason(bot) == named


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{}",
        b'{"messages": null}',
        b'{"messages": "Hello"}',
        b'{"messages": {"text": "Hello"}}',
        b'{"messages": ["Hello"]}',
        b'{"messages": [{"text": 5}]}',
        b'{"messages": [{"text": "Hello", "custom": "answer"}]}',
        b'{"messages": [{"text": "Hello", "buttons": "Go on"}]}',
        b'{"messages": [{"text": "Hello", "buttons": ["Go on"]}]}',
        b'{"messages": [{"text": "Hello", "buttons": [{"title": "Go on"}]}]}',
        b'{"messages": [{"text": "Hello", "buttons": [{"title": null, "payload": "/affirm"}]}]}',
        b'{"messages": ' + b"[" * 100_000,
    ],
)
def test_rubbish_is_an_error(bot: Any, body: bytes) -> None:
    bot.gives(body)
    assert reason(bot) == "error"


@pytest.mark.parametrize(
    "messages",
    [[], [{}], [{"text": ""}], [{"text": " \n"}], [{"text": None}], [{"custom": {"kind": "answer"}}]],
)
def test_a_reply_that_says_nothing_is_silence(bot: Any, messages: list[dict[str, Any]]) -> None:
    bot.says(*messages)
    assert reason(bot) == "silent"


def test_a_hanging_bot_is_slow_and_does_not_keep_the_parent(bot: Any) -> None:
    bot.hangs()
    begun = time.monotonic()
    assert reason(bot, 0.15) == "slow"
    assert time.monotonic() - begun < 1


def test_a_time_limit_that_has_passed_still_ends(bot: Any) -> None:
    bot.hangs()
    assert reason(bot, -3.0) == "slow"


def test_a_broken_connection_is_a_bot_that_is_away(bot: Any) -> None:
    bot.resets()
    assert reason(bot) == "away"


def test_a_reply_that_breaks_off_is_a_bot_that_is_away(bot: Any) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"messages": [')

    bot.does(half)
    assert reason(bot) == "away"


def test_words_that_are_no_http_are_a_bot_that_is_away(bot: Any) -> None:
    bot.does(lambda handler: handler.wfile.write(b"rubbish\r\n\r\n"))
    assert reason(bot) == "away"


def test_nobody_at_the_port_is_a_bot_that_is_away(bot: Any) -> None:
    bot.stop()
    assert reason(bot) == "away"


def test_the_bot_is_asked_again_after_it_came_back(bot: Any) -> None:
    client = BotClient(bot.url, "s")
    bot.resets()
    with pytest.raises(BotFailed):
        client.ask("id", "text", None, None, 2)
    bot.says(*HELLO)
    assert client.ask("id", "text", None, None, 2) == HELLO


def test_a_proxy_of_the_environment_never_sees_the_question(
    bot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    bot.gives(json.dumps({"messages": HELLO}).encode())
    assert ask(bot) == HELLO


def test_erasing_names_the_conversation_and_carries_the_secret(bot: Any) -> None:
    bot.gives(b"")
    BotClient(f"{bot.url}/", "a secret").erase("an-id")
    assert bot.asked == [{"path": "/webhooks/signpost/erase", "sender": "an-id"}]
    assert bot.secrets == ["a secret"]


@pytest.mark.parametrize(
    ("status", "named"), [(503, "not_stored"), (500, "error"), (404, "error"), (401, "error")]
)
def test_erasing_that_did_not_happen_is_told(bot: Any, status: int, named: str) -> None:
    bot.gives(b"", status)
    with pytest.raises(BotFailed) as failed:
        BotClient(bot.url, "s").erase("an-id")
    assert failed.value.reason == named


def test_erasing_ends_also_when_the_bot_hangs(bot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.bot_client.ERASE_SECONDS", 0.1)
    bot.hangs()
    with pytest.raises(BotFailed, match="slow"):
        BotClient(bot.url, "s").erase("an-id")
