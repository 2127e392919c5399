"""Answer a topic from the knowledge base, for this school and council."""

from __future__ import annotations

from actions.ask_area import ask_school
from actions.base import Events, Need
from actions.choose import choose_answer, close_answers
from actions.glossary import offer_meanings
from actions.handoff import hand_over
from actions.reply import Reply
from actions.rungs import is_on_the_ladder, next_step
from actions.turn import Turn

SCHOOL_MATTERS = frozenset({"senco_role", "headteacher_role", "governor_role", "sen_support_plan"})


class ActionAnswer(Need):
    """Every topic that needs no more than its answer."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_answer"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Give the answer, or the next step if the parent is on a ladder; without an answer, hand over."""
        if is_on_the_ladder(turn):
            return next_step(turn, reply)
        events = answer_topic(turn.intent, turn, reply)
        offer_meanings(turn, reply)
        return events


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
