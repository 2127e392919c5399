"""Start again: forget where we were, keep the record."""

from __future__ import annotations

from rasa_sdk.events import AllSlotsReset

from actions.base import Events, Need
from actions.reply import Reply
from actions.turn import Turn


class ActionStartAgain(Need):
    """The parent wants a fresh start."""

    everywhere = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_start_again"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Forget school, council and steps tried."""
        reply.say("All right, let us start again. What would you like to know?")
        return [AllSlotsReset()]
