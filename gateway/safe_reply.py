"""What a parent gets when the bot does not answer: never silence, and never another area's number."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from casework.handoff import handoff_message, state_of, state_sentence
from kb import queries
from kb.filling import Filler

KEPT = (
    "I have kept your question, but I cannot answer it just now. Please try again in a few minutes. "
    "If it cannot wait, you can talk to a person."
)
KEPT_WITHOUT_KB = KEPT.split(" If it")[0]
# Used only when the knowledge base, where these numbers live, cannot be read.
LAST_RESORT = (
    "If someone is in danger now, call 999. If you or someone else is in crisis, call 111 and choose the "
    "mental health option, or call Samaritans on 116 123."
)


class SafeReplies:
    """Makes the safe reply from the knowledge base alone; works while bot and actions are down."""

    def __init__(self, kb: sessionmaker[Session]) -> None:
        self._kb = kb

    def reply(self, council_id: str | None, route: str | None, moment: datetime) -> list[dict[str, Any]]:
        """Give the messages: the safety message first if there is a route, then how to reach a person."""
        try:
            with self._kb() as session:
                urgent = self.safety(session, route) if route else []
                return [*urgent, *self._kept(session, council_id, moment)]
        except Exception:
            # The knowledge base is away too. Silence would be worse than any wording.
            fixed: list[dict[str, Any]] = []
            if route:
                fixed = [{"text": LAST_RESORT}, {"custom": {"kind": "safety", "route": route}}]
            return [
                *fixed,
                {"text": KEPT_WITHOUT_KB},
                {"custom": handoff_message("bot_failed", None, None)},
            ]

    def safety_first(self, messages: list[dict[str, Any]], route: str) -> list[dict[str, Any]]:
        """Put the safety message before a reply that lacks one."""
        if any((message.get("custom") or {}).get("kind") == "safety" for message in messages):
            return messages
        with self._kb() as session:
            return [*self.safety(session, route), *messages]

    @staticmethod
    def safety(session: Session, route: str) -> list[dict[str, Any]]:
        """Give the fixed message of an urgent route."""
        message = queries.safety_message(session, route)
        if message is None:
            raise LookupError(route)
        text = Filler(session, None, None).fill(message).strip()
        return [{"text": text}, {"custom": {"kind": "safety", "route": route}}]

    @staticmethod
    def _kept(session: Session, council_id: str | None, moment: datetime) -> list[dict[str, Any]]:
        council = queries.council(session, council_id) if council_id else None
        state = state_of(council.advice_line, moment) if council else None
        said = state_sentence(council.advice_line, state) if council and state else ""
        text = f"{KEPT}\n\n{Filler(session, None, council, said).value_of('advice_line.contact')}"
        line = council.advice_line if council else None
        return [{"text": text}, {"custom": handoff_message("bot_failed", line, state)}]
