"""Answer a topic from the knowledge base, for this school and council."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions import clock, letter
from actions.ask_area import ask_school
from actions.base import Events, Need
from actions.choose import choose_answer, close_answers
from actions.event_told import USUAL
from actions.glossary import TOPIC, offer_meanings, old_word_asked
from actions.handoff import hand_over
from actions.reply import Reply
from actions.rungs import complains, is_on_the_ladder, next_step
from actions.turn import Turn
from actions.urgent import urgent_reason

SCHOOL_MATTERS = frozenset({"senco_role", "headteacher_role", "governor_role", "sen_support_plan"})


class ActionAnswer(Need):
    """Every topic that needs no more than its answer."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_answer"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Give the answer, the next step of a ladder, dates or the letter; without an answer, hand over."""
        if old_word_asked(turn, reply):
            return [SlotSet("last_topic", TOPIC)]
        if is_on_the_ladder(turn) or complains(turn):
            return next_step(turn, reply)
        if clock.gives_date(turn, reply):
            return clock.hear(turn, reply)
        if letter.wants_letter(turn):
            return letter.ask_on(turn, reply)
        events = answer_topic(turn.intent, turn, reply)
        offer_meanings(turn, reply)
        _offer_helpers(turn, reply)
        reason = urgent_reason(turn)
        return [*events, *hand_over(reason, reply)] if reason and not reply.handed_over else events


def answer_topic(topic: str, turn: Turn, reply: Reply) -> Events:
    """Give the best answer of `topic`; names differ by school, so a school not known is asked for."""
    answer = choose_answer(reply.session, topic, reply.area, turn)
    if answer is None:
        return hand_over("not_covered", reply)
    reply.answer(answer, topic, close=close_answers(reply.session, answer, reply.area, turn))
    if answer.handoff == "now":
        return hand_over("answer_says_so", reply)
    if topic in SCHOOL_MATTERS and reply.area.school is None and answer.is_default:
        return ask_school(topic, reply)
    return []


def _offer_helpers(turn: Turn, reply: Reply) -> None:
    """Put the helpers that fit the topic before the other buttons: they do the work for the parent."""
    if turn.intent in USUAL:
        reply.buttons.insert(0, clock.BUTTON)
    if turn.intent == letter.TOPIC:
        reply.buttons.insert(0, letter.BUTTON)
