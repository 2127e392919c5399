"""One turn of one conversation, read from the tracker into plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker


@dataclass(frozen=True)
class Turn:
    """What the parent said in this turn and what earlier turns left behind."""

    text: str
    intent: str
    entities: dict[str, list[str]]
    intent_ranking: list[tuple[str, float]]
    answer_scores: dict[str, float]
    sure: bool
    safety_route: str | None
    widget_council: str | None
    slots: dict[str, Any]

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        """Read the latest message of `tracker`."""
        message = tracker.latest_message
        entities: dict[str, list[str]] = {}
        for entity in message.get("entities") or []:
            entities.setdefault(entity["entity"], []).append(entity["value"])
        return cls(
            text=message.get("text") or "",
            intent=(message.get("intent") or {}).get("name") or "",
            entities=entities,
            intent_ranking=[(i["name"], i["confidence"]) for i in message.get("intent_ranking") or []],
            answer_scores={a["id"]: a["score"] for a in message.get("answer_ranking") or []},
            sure=(message.get("scope_gate") or {}).get("sure", True),
            safety_route=message.get("safety_route"),
            widget_council=(message.get("metadata") or {}).get("council"),
            slots=dict(tracker.slots),
        )

    def entity(self, name: str) -> str | None:
        """Give the last entity of this kind: people correct themselves at the end."""
        values = self.entities.get(name)
        return values[-1] if values else None

    @property
    def pressed(self) -> bool:
        """Tell whether a button was pressed: its payload, not words, is the text."""
        return self.text.startswith("/")
