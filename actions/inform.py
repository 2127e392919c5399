"""The parent says where they are: confirm it aloud, and answer what was waiting for it."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.advice_line import say_advice_line
from actions.answer import answer_topic
from actions.ask_area import ask_council
from actions.base import Events, Need
from actions.handoff import hand_over
from actions.reply import Reply
from actions.rungs import next_step
from actions.turn import Turn
from actions.who import ActionWho


class ActionInform(Need):
    """School, council, town or postcode district, told by words or by a button."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_inform"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Say what was understood; then do what was waiting."""
        area = reply.area
        heard = turn.entity("school") or turn.entity("council") or (turn.entity("far") and area.elsewhere)
        if not heard:
            pending = turn.slots.get("pending") or "human_handoff"
            reply.say(
                "Thank you. I do not know that school or place, so I cannot give you its own people "
                "or numbers. "
                "I can still tell you what holds everywhere in England."
            )
            return (
                [] if area.known else ask_council(pending, reply, "So that I never give you a wrong number:")
            )
        waiting = turn.slots.get("pending") or _line_anew(turn)
        reply.say(_confirm(reply) + ("" if waiting else " What would you like to know?"))
        return self._go_on(waiting, turn, reply) if waiting else []

    def _go_on(self, topic: str, turn: Turn, reply: Reply) -> Events:
        remembered = [SlotSet("last_topic", topic)]
        if topic == "human_handoff":
            # Whoever asked something else before still talks about that.
            asked_for_it = turn.slots.get("last_topic") == "human_handoff"
            return [*remembered, *hand_over("asked" if asked_for_it else "answer_says_so", reply)]
        if topic == "advice_line_contact":
            return [*remembered, *say_advice_line(turn, reply)]
        if topic == "who_to_talk_to":
            return [*remembered, *ActionWho().meet(turn, reply)]
        if topic in ("ladder_step", "not_happy_with_support"):
            return [*remembered, *next_step(turn, reply, tried_now=False)]
        return [*remembered, *answer_topic(topic, turn, reply)]


def _line_anew(turn: Turn) -> str | None:
    """Name the topic if the advice line was just given: for another area it is another one."""
    last = turn.slots.get("last_topic")
    return last if last in ("human_handoff", "advice_line_contact") else None


def _confirm(reply: Reply) -> str:
    area = reply.area
    if area.elsewhere and area.school:
        return f"Thank you. {area.school.name}, and you live in an area whose own details I do not hold."
    if area.elsewhere:
        return "Thank you. You live in an area whose own details I do not hold."
    if area.school and area.council and area.school.council == area.council.id:
        return f"Thank you. {area.school.name}, in {area.council.short}."
    if area.school and area.council:
        return f"Thank you. {area.school.name}, and you live in {area.council.short}."
    return f"Thank you. You live in {area.council.short}." if area.council else "Thank you."
