"""The frame of every action: open the knowledge base, settle the area, say something, remember it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.area import settle_area
from actions.duty import asks_duty
from actions.moves import moved
from actions.nations import say_england_only
from actions.repeats import not_twice
from actions.reply import Reply
from actions.turn import Turn
from actions.waiting import go_on_button
from actions.young import note_to_the_young

Events = list[dict[str, Any]]


class Need(Action, ABC):
    """A parent's need. Subclasses say what is said, in `meet`, and give the slots that change.

    `everywhere`: met in the same way wherever the parent lives. `keeps_topic`: what was talked about before
    is still talked about after it.
    """

    everywhere: ClassVar[bool] = False
    keeps_topic: ClassVar[bool] = False

    @abstractmethod
    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Say the reply; give the events to remember besides the area and the topic."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Called by rasa-sdk for each turn of this kind."""
        turn = Turn.of(tracker)
        with wiring.open_kb() as session:
            area = settle_area(turn, session)
            reply = Reply(
                dispatcher,
                session,
                area,
                wiring.now(),
                lead=moved(turn, area, session),
                asks_duty=asks_duty(turn.text),
                to_the_young=note_to_the_young(turn.text),
                said_before=turn.said_before,
            )
            if area.nation and not self.everywhere:
                events = say_england_only(reply)
            else:
                events = self.meet(turn, reply)
            not_twice(turn, reply)
            reply.buttons += go_on_button(turn)
            reply.send()
        said = reply.answered
        topic = turn.slots.get("last_topic") if self.keeps_topic else turn.intent
        remembered = [
            SlotSet("misunderstood", 0.0),
            SlotSet("pending", None),
            SlotSet("last_topic", topic),
            SlotSet("last_question", said.questions[0] if said else turn.slots.get("last_question")),
        ]
        return [*area.slots(), *remembered, *events]
