"""The frame of every action: open the knowledge base, settle the area, say something, remember it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.area import settle_area
from actions.reply import Reply
from actions.turn import Turn

Events = list[dict[str, Any]]


class Need(Action, ABC):
    """A parent's need. Subclasses say what is said, in `meet`, and give the slots that change."""

    @abstractmethod
    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Say the reply; give the events to remember besides the area and the topic."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Called by rasa-sdk for each turn of this kind."""
        turn = Turn.of(tracker)
        with wiring.open_kb() as session:
            area = settle_area(turn, session)
            reply = Reply(dispatcher, session, area, wiring.now())
            events = self.meet(turn, reply)
            reply.send()
        said = reply.answered
        remembered = [
            SlotSet("misunderstood", 0.0),
            SlotSet("pending", None),
            SlotSet("last_topic", turn.intent),
            SlotSet("last_question", said.questions[0] if said else turn.slots.get("last_question")),
            SlotSet("last_answer", said.id if said else turn.slots.get("last_answer")),
        ]
        return [*area.slots(), *remembered, *events]
