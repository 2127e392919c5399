"""Hand over to a person: this area's advice line and its true opening state. Never "connecting you"."""

from __future__ import annotations

from actions.ask_area import ask_council
from actions.base import Events, Need
from actions.reply import PERSON_BUTTON, Reply
from actions.turn import Turn
from casework.handoff import handoff_message

OPENING = {
    "asked": "I am a computer program and cannot put you through, but you can talk to a person.",
    "not_covered": "That is a SEND question, but I do not have a checked answer for it yet, so I will not "
    "guess. The advice line can help.",
    "not_understood": "I am sorry, I have not understood you well enough to give a safe answer. "
    "A person can help.",
    "not_helped": "I am sorry that did not help. A person can look at it with you.",
    "answer_says_so": "This is best talked over with a person.",
}


class ActionHandoff(Need):
    """The parent wants a person."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_handoff"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Give the advice line and say why."""
        return hand_over("asked", reply)


def hand_over(reason: str, reply: Reply) -> Events:
    """Give this area's advice line; where the area is not known, the way to find one, and a question."""
    opening = OPENING[reason]
    reply.buttons = [button for button in reply.buttons if button != PERSON_BUTTON]
    contact = reply.filler.value_of("advice_line.contact")
    if reply.area.council is None:
        reply.say(f"{opening}\n\n{contact}", handoff_message(reason, None, None))
        return (
            []
            if reply.area.elsewhere
            else ask_council("human_handoff", reply, "So that I give you the right line:")
        )
    line = reply.area.council.advice_line
    parts = [opening, contact, assumed_note(reply)]
    reply.say(
        "\n\n".join(part for part in parts if part),
        handoff_message(reason, line, reply.line_state),
    )
    return []


def assumed_note(reply: Reply) -> str:
    """Say so when we only think we know where the parent lives."""
    area = reply.area
    if not (area.assumed and area.school and area.council):
        return ""
    return (
        f"I chose this line because {area.school.name} is in {area.council.short}. "
        "The right line is the one for the council where you live. If that is another one, tell me."
    )
