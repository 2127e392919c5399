"""Hand over to a person: this area's advice line and its true opening state. Never "connecting you"."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.ask_area import ask_council
from actions.base import Events, Need
from actions.choose import choose_answer
from actions.reply import PERSON_BUTTON, Reply
from actions.turn import Turn
from casework.handoff import handoff_message

TOPIC = "human_handoff"
SURE_ANSWER = 0.5
# The first that was not said in the reply before is taken.
OPENING = {
    "asked": (
        "I am a computer program and cannot put you through, but you can talk to a person.",
        "Here is how to reach a person. I cannot ring them for you.",
    ),
    "not_covered": (
        "That is a SEND question, but I do not have a checked answer for it yet, so I will not guess. "
        "The advice line can help.",
        "I have no checked answer for that one either. Please ask the advice line.",
    ),
    "not_understood": (
        "I am sorry, I have not understood you well enough to give a safe answer. A person can help.",
        "I still do not follow, and I do not want to guess. A person will understand you better.",
    ),
    "not_helped": (
        "I am sorry that did not help. A person can look at it with you.",
        "I am sorry. You have had enough of me, and that is fine. A person can take it from here.",
    ),
    "last_step": (
        "Those are all the steps I know for this problem. A person can look at it with you.",
        "There is no further step that I know of. A person can look at it with you.",
    ),
    "answer_says_so": (
        "This is best talked over with a person.",
        "Please talk this one over with a person.",
    ),
    "deadline_near": (
        "A date is near or has passed. Please get advice now. A date that has passed need not be the end.",
        "The date is close. Please talk to someone today or as soon as the line opens.",
    ),
    "asked_to_sign": (
        "Please do not sign anything yet. Ask for a copy and for time to read it. Talk to someone first.",
        "Wait with signing until you have talked to someone.",
    ),
    "out_of_school_today": (
        "Since this is happening now, please talk to someone today or as soon as the line opens.",
        "This should not wait. Please talk to someone as soon as the line is open.",
    ),
}
WHICH_LINE = "So that I give you the right line:"
# What is asked next ("do they tell the council?") leans on the line, not on the answer before.
LEANING = (SlotSet("last_question", "Can I talk to the advice line?"),)
CALL_BACK = {"title": "Ask the line to call you back", "href": "/call-back"}


class ActionHandoff(Need):
    """The parent wants a person."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_handoff"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Give the advice line and say why; a question about handing over is answered first."""
        answer = choose_answer(reply.session, TOPIC, reply.area, turn)
        asked = (
            turn.entity("answer") or turn.answer_scores.get(answer.id if answer else "", 0.0) >= SURE_ANSWER
        )
        if answer and asked and not answer.is_default:
            reply.answer(answer, TOPIC)
            return hand_over("answer_says_so", reply) if answer.handoff == "now" else []
        return hand_over("asked", reply)


def hand_over(reason: str, reply: Reply) -> Events:
    """Give this area's advice line; where the area is not known, the way to find one, and a question."""
    reply.handed_over = True
    opening = next(
        (words for words in OPENING[reason] if not any(words in said for said in reply.said_before)),
        OPENING[reason][0],
    )
    reply.buttons = [button for button in reply.buttons if button != PERSON_BUTTON]
    contact = reply.filler.value_of("advice_line.contact")
    if reply.area.council is None:
        reply.say(f"{opening}\n\n{contact}", handoff_message(reason, None, None))
        asked = [] if reply.area.elsewhere else ask_council("human_handoff", reply, WHICH_LINE)
        return [*(LEANING if reason == "asked" else ()), *asked]
    line = reply.area.council.advice_line
    parts = [opening, contact, assumed_note(reply)]
    custom = handoff_message(reason, line, reply.line_state)
    if line.phone:
        parts.append(
            'If you like, press "Ask the line to call you back". You see and can change what is sent.'
        )
        custom["links"] = [CALL_BACK]
    reply.say("\n\n".join(part for part in parts if part), custom)
    return list(LEANING) if reason == "asked" else []


def assumed_note(reply: Reply) -> str:
    """Say so when we only think we know where the parent lives."""
    area = reply.area
    if not (area.assumed and area.school and area.council):
        return ""
    return (
        f"I chose this line because {area.school.name} is in {area.council.short}. "
        "The right line is the one for the council where you live. If that is another one, tell me."
    )
