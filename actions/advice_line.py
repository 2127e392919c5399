"""The advice line: its number and hours for this area, and what it does."""

from __future__ import annotations

from actions.ask_area import ask_council
from actions.base import Events, Need
from actions.choose import choose_answer
from actions.handoff import assumed_note
from actions.reply import Reply
from actions.turn import Turn
from casework.handoff import handoff_message

TOPIC = "advice_line_contact"
CONTACT = "advice_line.contact"


class ActionAdviceLine(Need):
    """Give the line's details only once the area is known."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_advice_line"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Answer what was asked about the line."""
        return say_advice_line(turn, reply)


def say_advice_line(turn: Turn, reply: Reply) -> Events:
    """Answer from the topic, or ask for the area first."""
    answer = choose_answer(reply.session, TOPIC, reply.area, turn)
    if answer:
        # Whoever asks anything about the line may want its number next.
        number = "" if CONTACT in answer.text else reply.filler.value_of(CONTACT)
        after = "\n\n".join(part for part in (number, assumed_note(reply)) if part)
        reply.answer(answer, TOPIC, after=after)
    if reply.area.council:
        line = reply.area.council.advice_line
        reply.dispatcher.utter_message(json_message=handoff_message("asked", line, reply.line_state))
    if not reply.area.known:
        return ask_council(TOPIC, reply, "Each area has its own line.")
    return []
