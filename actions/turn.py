"""One turn of one conversation, read from the tracker into plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    follows: bool
    safety_route: str | None
    widget_council: str | None
    slots: dict[str, Any]
    language: str | None = None
    said_before: frozenset[str] = frozenset()
    asks: tuple[Turn, ...] = ()

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        """Read the latest message of `tracker`; each of several asks becomes a turn within the turn."""
        message, slots = tracker.latest_message, dict(tracker.slots)
        turn = cls._read(message, slots)
        shared = {"metadata": message.get("metadata"), "scope_gate": {"sure": True}}
        asks = [cls._read({**shared, **ask}, slots) for ask in message.get("asks") or []]
        # A school or council named anywhere in the message holds for all of it.
        whole = [replace(ask, entities={**turn.entities, **ask.entities}) for ask in asks]
        return replace(turn, asks=tuple(whole), said_before=_said_before(tracker.events or []))

    @classmethod
    def _read(cls, message: dict[str, Any], slots: dict[str, Any]) -> Turn:
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
            follows=bool(message.get("follows")),
            safety_route=message.get("safety_route"),
            widget_council=(message.get("metadata") or {}).get("council"),
            slots=slots,
            language=message.get("language"),
        )

    def entity(self, name: str) -> str | None:
        """Give the last entity of this kind: people correct themselves at the end."""
        values = self.entities.get(name)
        return values[-1] if values else None

    @property
    def pressed(self) -> bool:
        """Tell whether a button was pressed: its payload, not words, is the text."""
        return self.text.startswith("/")


def _said_before(events: list[dict[str, Any]]) -> frozenset[str]:
    """Give the texts of the reply to the message before the latest one."""
    texts: set[str] = set()
    messages = 0
    for event in reversed(events):
        if event.get("event") == "user":
            messages += 1
            if messages == 2:
                break
        elif event.get("event") == "bot" and messages == 1 and event.get("text"):
            texts.add(event["text"])
    return frozenset(texts)
