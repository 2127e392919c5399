"""What a helper asked for and now hears."""

from __future__ import annotations

from actions import clock, letter
from actions.base import Events, Need
from actions.handoff import hand_over
from actions.reply import Reply
from actions.turn import Turn
from actions.waiting import waits_for


class ActionTold(Need):
    """The parent answers the question that a helper asked."""

    keeps_topic = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_told"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Hand the words to the helper that waits."""
        helper = waits_for(turn)
        if helper == "clock":
            return clock.hear(turn, reply)
        if helper == "letter":
            return letter.hear(turn, reply)
        return hand_over("not_understood", reply)
