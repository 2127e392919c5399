"""What a message leans on: the question answered before it, and the asks within it."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.asks import split_asks, told_besides
from bot.nlu.parts import OF_SEVERAL, PARTS, TOLD, attach_context
from bot.nlu.step import Step

LAST_QUESTION = "last_question"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Conversation(Step):
    """Prepares the readings that later steps judge; decides nothing itself."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: a message of more words stands on its own."""
        return {"follow_up_words": 12}

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Hangs the last question on short messages, and the asks on long ones."""
        before = (tracker.get_slot(LAST_QUESTION) if tracker else None) or ""
        for message in messages:
            text = message.get(TEXT) or ""
            if told := told_besides(text):
                message.set(TOLD, Message({TEXT: told}))
            asks = split_asks(text)
            if len(asks) > 1:
                parts = [Message(data={TEXT: ask.text, OF_SEVERAL: True}) for ask in asks]
                for part, ask in zip(parts, asks, strict=True):
                    attach_context(part, ask.before or before)
                message.set(PARTS, parts)
            elif len(text.split()) <= self._config["follow_up_words"]:
                attach_context(message, before)
        return messages
