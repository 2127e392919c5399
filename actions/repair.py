"""What cannot be read: another language gets its own words back, a slip of the keys is asked again."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.base import Events, Need
from actions.handoff import hand_over
from actions.reply import PERSON_BUTTON, Reply
from actions.turn import Turn
from actions.unsure import PATIENCE
from languages.replies import replies

GARBLED = (
    "I could not read that. Could you write it again? A few plain words are enough, such as: help at school."
)


class ActionOtherLanguage(Need):
    """The parent writes in another language."""

    everywhere = True
    keeps_topic = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_other_language"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Say in that language that we only know English, and how to reach a person."""
        words = replies().get(turn.language or "")
        if words is None:
            return hand_over("not_understood", reply)
        custom = {"kind": "other_language", "language": words.code, "direction": words.direction}
        reply.say(reply.filler.fill(words.text), custom)
        reply.buttons.append(PERSON_BUTTON)
        return []


class ActionGibberish(Need):
    """Nothing that can be read."""

    everywhere = True
    keeps_topic = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_gibberish"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Ask again once; the second time in a row, give a person."""
        misunderstood = float(turn.slots.get("misunderstood") or 0) + 1
        counted = [SlotSet("misunderstood", misunderstood)]
        if misunderstood >= PATIENCE:
            return [*counted, *hand_over("not_understood", reply)]
        reply.say(GARBLED, {"kind": "clarify", "options": []})
        reply.buttons.append(PERSON_BUTTON)
        return counted
