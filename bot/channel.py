"""The one way parents' words reach the bot: from our gateway, with a shared secret, never as a command."""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import (
    CollectingOutputChannel,
    InputChannel,
    UserMessage,
)
from rasa.shared.exceptions import InvalidConfigException
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.erasing import erase
from bot.turn import begin_turn

logger = logging.getLogger(__name__)
HEADER = "X-Signpost-Secret"
COMMAND = re.compile(r"/+\s*\w+\s*(\{.*\})?", re.DOTALL)
NOTHING = "?"
TURN_SECONDS = 4.2  # the gateway gives up at 4.5; stopping first frees the conversation's lock
ERASE_SECONDS = 8.0  # a turn in the middle ends first; the gateway gives up at 10


class GatewayChannel(InputChannel):
    """`POST /webhooks/signpost/turn` with JSON {sender, text | payload, metadata} gives the bot's messages.

    `POST /webhooks/signpost/erase` with {sender} forgets the conversation, also one that is not there.
    401 without the secret, 400 for a bad body, 503 when the tracker is not safe or not erased,
    504 when too slow.
    """

    @classmethod
    def name(cls) -> str:
        """Name in the address and in the tracker."""
        return "signpost"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> GatewayChannel:
        """Reads the secret from credentials.yml. Raises InvalidConfigException if there is none."""
        secret = (credentials or {}).get("secret") or ""
        if not secret or secret.startswith("${"):
            raise InvalidConfigException("Set SIGNPOST_BOT_SECRET: the gateway and the bot share it.")
        return cls(secret)

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Groups this channel's routes."""
        routes = Blueprint("signpost_channel")

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            if not self._trusts(request):
                return _error(401, "wrong secret")
            body = _body(request)
            if body is None or not any(isinstance(body.get(part), str) for part in ("text", "payload")):
                return _error(400, "sender and text or payload are needed")
            return await self._handle(body, on_new_message)

        @routes.route("/erase", methods=["POST"])
        async def forget(request: Request) -> HTTPResponse:
            if not self._trusts(request):
                return _error(401, "wrong secret")
            body = _body(request)
            if body is None:
                return _error(400, "sender is needed")
            return await _forget(getattr(request.app.ctx, "agent", None), body["sender"])

        return routes

    def _trusts(self, request: Request) -> bool:
        return hmac.compare_digest(request.headers.get(HEADER, "").encode(), self._secret)

    async def _handle(
        self,
        body: dict[str, Any],
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
    ) -> HTTPResponse:
        collector = WholeMessages()
        message = UserMessage(
            _words(body),
            collector,
            body["sender"],
            input_channel=self.name(),
            metadata=body.get("metadata") or {},
        )
        state = begin_turn()
        try:
            await asyncio.wait_for(on_new_message(message), TURN_SECONDS)
        except asyncio.TimeoutError:
            logger.error("turn took too long")
            return _error(504, "too slow")
        except Exception as error:
            # The type only: an error's text may quote the parent.
            logger.error("turn failed: %s", type(error).__name__)
            return _error(500, "failed")
        if not state.stored:
            return _error(503, "conversation not stored")
        return response.json({"messages": collector.messages})


class WholeMessages(CollectingOutputChannel):
    """Collects each message whole: the parent class cuts texts at empty lines."""

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Keeps a text as one message."""
        await self._persist_message(self._message(recipient_id, text=text))


def _body(request: Request) -> dict[str, Any] | None:
    try:
        body = request.json
    except Exception:
        return None
    return body if isinstance(body, dict) and isinstance(body.get("sender"), str) and body["sender"] else None


async def _forget(agent: Any, sender_id: str) -> HTTPResponse:
    try:
        await erase(agent, sender_id, ERASE_SECONDS)
    except Exception as error:
        logger.error("conversation not erased: %s", type(error).__name__)
        return _error(503, "not erased")
    return response.json({"erased": True})


def _words(body: dict[str, Any]) -> str:
    """Give a button's payload as it is; of typed words, what Rasa could take for a command means nothing."""
    if isinstance(body.get("payload"), str):
        return body["payload"]
    text = body["text"].strip()
    return NOTHING if COMMAND.fullmatch(text) else text.lstrip("/ \t\r\n") or NOTHING


def _error(status: int, message: str) -> HTTPResponse:
    return response.json({"error": message}, status=status)
