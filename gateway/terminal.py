"""`make chat`: the same conversation in a terminal, through the gateway."""

from __future__ import annotations

import os
import sys
import uuid
from typing import Any

import requests

from gateway.showing import own_links

SECONDS = 15


def main() -> int:
    """Talk until end of input; gives 1 with one sentence if the gateway is not there."""
    base = f"{_site()}/api/conversations"
    http = requests.Session()
    http.trust_env = False  # a proxy of the environment must never see the conversation
    try:
        started = http.post(base, timeout=SECONDS).json()
        address = f"{base}/{started['id']}/messages"
        http.headers["Authorization"] = f"Bearer {started['secret']}"
    except (requests.RequestException, ValueError, KeyError):
        _write(f"Signpost does not answer at {base}. Start it in another terminal with `make run`.")
        return 1
    _write("Ask a question. A number presses a button. Ctrl-D ends.")
    buttons: list[dict[str, str]] = []
    while (line := _read()) is not None:
        chosen = int(line) - 1 if line.isdecimal() else -1
        said = {"button": buttons[chosen]["id"]} if 0 <= chosen < len(buttons) else {"text": line}
        body = {"client_id": uuid.uuid4().hex, **said}
        try:
            turn = http.post(address, json=body, timeout=SECONDS).json()
        except (requests.RequestException, ValueError):
            _write("The gateway did not answer. Try again.")
            continue
        buttons = _show(turn)
    return 0


def _show(turn: dict[str, Any]) -> list[dict[str, str]]:
    if "error" in turn:
        _write(turn["error"]["message"])
        return []
    buttons = [button for message in turn["messages"] for button in message.get("buttons") or []]
    if turn["hidden"]:
        _write(f"(hidden before it was kept: {', '.join(turn['hidden'])})")
    for message in turn["messages"]:
        if message.get("text"):
            _write(f"\n{message['text']}")
        for link in own_links(message.get("custom") or {}):
            _write(f"  {link['title']}: {_site()}{link['href']}")
    for number, button in enumerate(buttons, 1):
        _write(f"  {number}. {button['title']}")
    return buttons


def _site() -> str:
    return f"http://127.0.0.1:{os.environ.get('SIGNPOST_PORT', '8000')}"


def _read() -> str | None:
    try:
        return input("\n> ").strip()
    except (EOFError, KeyboardInterrupt):
        return None


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
