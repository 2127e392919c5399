"""Can we read it at all? Another language, a cat on the keyboard, or nothing said: each has its own reply."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.step import Step
from languages.detect import foreign_language
from languages.gibberish import is_gibberish, is_silence

LANGUAGE = "language"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Readable(Step):
    """Sets the intents `other_language`, `gibberish` and `silence`; the safety steps still come after it."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: nothing to set."""
        return {}

    def process(self, messages: list[Message]) -> list[Message]:
        """Looks at typed words only: a pressed button is always readable."""
        for message in messages:
            text = message.get(TEXT) or ""
            if text.startswith("/"):
                continue
            if language := foreign_language(text):
                message.set(LANGUAGE, language, add_to_output=True)
                self._set("other_language", message)
            elif is_silence(text):
                self._set("silence", message)
            elif is_gibberish(text):
                self._set("gibberish", message)
        return messages

    @staticmethod
    def _set(intent: str, message: Message) -> None:
        message.set(INTENT, {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
