"""A helper that waits for an answer can be interrupted by any question, and is offered again afterwards.

The slot `waiting` holds {"for": "letter" or "clock", ...} with what was told so far.
"""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import SlotSet

from actions.turn import Turn

GO_ON = {
    "letter": {"title": "Go on with my letter", "payload": "/letter"},
    "clock": {"title": "Go on with my dates", "payload": "/clock"},
}
# Those that deal with what waits themselves.
OWN = frozenset({"letter", "clock", "told", "start_again"})


def waits_for(turn: Turn) -> str | None:
    """Name the helper that waits, if one does."""
    return (turn.slots.get("waiting") or {}).get("for")


def go_on_button(turn: Turn) -> list[dict[str, str]]:
    """Give the button that leads back to what was interrupted."""
    helper = waits_for(turn)
    return [GO_ON[helper]] if helper and turn.intent not in OWN else []


def wait(helper: str, **told: Any) -> list[dict[str, Any]]:
    """Give the event that makes `helper` wait, with what was told so far."""
    return [SlotSet("waiting", {"for": helper, **told})]


def done() -> list[dict[str, Any]]:
    """Give the event that ends the waiting."""
    return [SlotSet("waiting", None)]
