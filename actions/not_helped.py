"""The answer did not help: say sorry once, and give a person."""

from __future__ import annotations

from actions.base import Events, Need
from actions.handoff import hand_over
from actions.reply import Reply
from actions.turn import Turn


class ActionNotHelped(Need):
    """The parent says the answer was wrong or useless."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_not_helped"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Hand over."""
        return hand_over("not_helped", reply)
