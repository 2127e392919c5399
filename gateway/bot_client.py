"""Asking the bot, within a time limit; every way it can fail has one name."""

from __future__ import annotations

from typing import Any

import requests

CONNECT_SECONDS = 0.5
ERASE_SECONDS = 10.0  # the bot first ends the turn it is in


class BotFailed(Exception):
    """The bot gave nothing to show. `reason` is one word for the ledger."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BotClient:
    """Calls our channel in the bot."""

    def __init__(self, url: str, secret: str) -> None:
        self._url = f"{url.rstrip('/')}/webhooks/signpost"
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy of the environment must never see the turn
        self._session.headers["X-Signpost-Secret"] = secret
        # A kept connection that the bot has just closed would look like a bot that is away.
        self._session.headers["Connection"] = "close"

    def ask(
        self,
        sender: str,
        text: str,
        payload: str | None,
        council: str | None,
        seconds: float,
    ) -> list[dict[str, Any]]:
        """Give the bot's messages. Raises BotFailed when it is away, slow, failing or silent."""
        body: dict[str, Any] = {"sender": sender, "metadata": {"council": council}}
        body |= {"payload": payload} if payload else {"text": text}
        response = self._post("turn", body, max(seconds, 0.1))
        try:
            messages = response.json()["messages"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise BotFailed("error") from None
        if not isinstance(messages, list) or not all(map(_can_be_shown, messages)):
            raise BotFailed("error")
        if not any((message.get("text") or "").strip() for message in messages):
            raise BotFailed("silent")
        return messages

    def erase(self, sender: str) -> None:
        """Have the bot forget a conversation; one it does not know is forgotten. Raises BotFailed."""
        self._post("erase", {"sender": sender}, ERASE_SECONDS)

    def _post(self, what: str, body: dict[str, Any], seconds: float) -> requests.Response:
        try:
            response = self._session.post(
                f"{self._url}/{what}", json=body, timeout=(CONNECT_SECONDS, seconds)
            )
        except requests.Timeout:
            raise BotFailed("slow") from None
        except requests.RequestException:
            raise BotFailed("away") from None
        if response.status_code != 200:
            raise BotFailed({503: "not_stored", 504: "slow"}.get(response.status_code, "error"))
        return response


def _can_be_shown(message: Any) -> bool:
    """Tell whether a message has the shape that pages and widgets rely on; a kept reply is shown for ever."""
    if not isinstance(message, dict):
        return False
    buttons = message.get("buttons") or []
    return (
        isinstance(message.get("text") or "", str)
        and isinstance(message.get("custom") or {}, dict)
        and isinstance(buttons, list)
        and all(isinstance(button, dict) for button in buttons)
        and all(isinstance(button.get(part), str) for button in buttons for part in ("title", "payload"))
    )
