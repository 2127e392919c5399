"""The gateway's channel: secret, typed words that are never commands, failures that are told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.exceptions import InvalidConfigException
from sanic import Sanic

import bot.channel
from bot.channel import HEADER, GatewayChannel
from bot.turn import report_storage_failure

Handler = Callable[[UserMessage], Awaitable[Any]]


def post(handler: Handler, body: Any, secret: str = "sekret") -> Any:
    Sanic.test_mode = True
    app = Sanic(f"test_{id(handler)}_{id(body)}")
    app.blueprint(GatewayChannel("sekret").blueprint(handler), url_prefix="/webhooks/signpost")
    _, response = app.test_client.post("/webhooks/signpost/turn", json=body, headers={HEADER: secret})
    return response


def body(**parts: Any) -> dict[str, Any]:
    return {"sender": "conversation-1", **parts}


async def echo(message: UserMessage) -> None:
    await message.output_channel.send_text_message(message.sender_id, message.text)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("hello", "hello"),
        ("/restart", "?"),
        (" //  /session_start", "session_start"),
        ('/inform{"council": "bathnes"}', "?"),
        ("/ can you help me", "can you help me"),
        ("and/or", "and/or"),
        ("///", "?"),
    ],
)
def test_typed_words_never_start_with_a_slash(typed: str, understood: str) -> None:
    assert post(echo, body(text=typed)).json["messages"][0]["text"] == understood


def test_a_button_sends_its_payload_as_it_is() -> None:
    payload = '/inform{"council": "bathnes"}'
    assert post(echo, body(payload=payload)).json["messages"][0]["text"] == payload


@pytest.mark.parametrize(
    "wrong",
    [{}, {"sender": ""}, {"sender": 5, "text": "a"}, {"sender": "a"}, ["a"], {"sender": "a", "text": 1}],
)
def test_a_body_that_does_not_fit_is_400(wrong: Any) -> None:
    assert post(echo, wrong).status == 400


def test_the_wrong_secret_is_401() -> None:
    assert post(echo, body(text="hello"), secret="guess").status == 401


def test_a_turn_that_was_not_stored_is_503() -> None:
    async def handler(message: UserMessage) -> None:
        await echo(message)
        report_storage_failure()

    assert post(handler, body(text="hello")).status == 503


def test_a_slow_turn_is_504_and_a_failing_one_500_without_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(bot.channel, "TURN_SECONDS", 0.05)

    async def slow(message: UserMessage) -> None:
        await asyncio.sleep(1)

    async def failing(message: UserMessage) -> None:
        raise ValueError(f"cannot handle {message.text}")

    assert post(slow, body(text="hello")).status == 504
    assert post(failing, body(text="a secret worry")).status == 500
    assert "secret" not in caplog.text


@pytest.mark.parametrize("given", [None, {}, {"secret": ""}, {"secret": "${SIGNPOST_BOT_SECRET}"}])
def test_without_a_secret_the_bot_does_not_start(given: Any) -> None:
    with pytest.raises(InvalidConfigException, match="SIGNPOST_BOT_SECRET"):
        GatewayChannel.from_credentials(given)
