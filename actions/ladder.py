"""Walking up this school's own ladder."""

from __future__ import annotations

from actions.answer import answer_topic
from actions.ask_area import ask_school
from actions.base import Events, Need
from actions.reply import Reply
from actions.rungs import TOPIC, next_step, tells_of_tries
from actions.turn import Turn


class ActionLadder(Need):
    """The parent is not happy, and may have tried some steps already."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_ladder"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Say who comes next if steps were tried; else answer what is wrong, and show the ladder."""
        if turn.intent == "ladder_step" or tells_of_tries(turn):
            return next_step(turn, reply)
        events = answer_topic(TOPIC, turn, reply)
        if reply.area.school is None:
            return [*events, *ask_school(TOPIC, reply)]
        return [*events, *next_step(turn, reply, tried_now=False)]
