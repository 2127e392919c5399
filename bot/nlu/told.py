"""What a helper waits for is handed to it, whatever topic the words alone would have."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.step import Step
from bot.told import is_told

WAITING, TOLD_INTENT = "waiting", "told"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Told(Step):
    """Sets the intent `told` for an answer to the question that a helper asked."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: nothing to set."""
        return {}

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Looks at the slot `waiting`; the ranking stays as it is."""
        waiting = tracker.get_slot(WAITING) if tracker else None
        for message in messages:
            if is_told(waiting, message.get(TEXT) or ""):
                told = {INTENT_NAME_KEY: TOLD_INTENT, PREDICTED_CONFIDENCE_KEY: 1.0}
                message.set(INTENT, told, add_to_output=True)
        return messages
