"""The advice line of a conversation's area, for the place where a page always shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from casework.ledger import Conversation, Turn
from gateway.areas import council_of
from gateway.card_lines import CardLines
from gateway.problems import Refused


@dataclass(frozen=True)
class AreaLines:
    """Gives the line as plain values; `now` gives this moment."""

    lines: CardLines
    now: Callable[[], datetime]

    def of(self, conversation: Conversation, turns: list[Turn]) -> dict[str, str | bool] | None:
        """Give {"area", "name", "phone", "state", "open_now"}; None while the area is not known.

        None too where we hold no checked number, and while the knowledge base is away.
        """
        council = council_of(conversation, turns)
        try:
            line = self.lines.line(council, self.now()) if council else None
        except Refused:
            return None
        if line is None or not line.phone:
            return None
        return {
            "area": line.area,
            "name": line.name,
            "phone": line.phone,
            "state": line.state,
            "open_now": line.open_now,
        }
