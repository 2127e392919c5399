"""The last word on every message: a safety phrase makes it urgent, whatever the trained steps thought."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from safety.routes import SafetyPhrases

URGENT = "safeguarding_urgent"
SAFETY_ROUTE = "safety_route"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyPhrasesClassifier(GraphComponent):
    """Sets the intent `safeguarding_urgent` and `safety_route`; training cannot change what it finds."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: where the knowledge base writes the phrases."""
        return {"phrases": "var/kb/safety.json"}

    def __init__(self, phrases: SafetyPhrases) -> None:
        self._phrases = phrases

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyPhrasesClassifier:
        """Reads the phrases as they are now; none are kept in the model (see parent class)."""
        return cls(SafetyPhrases.read(Path(config["phrases"])))

    def process(self, messages: list[Message]) -> list[Message]:
        """Marks urgent messages; the trained ranking is kept so that the question can be answered after."""
        for message in messages:
            route = self._phrases.route(message.get(TEXT) or "")
            if route:
                message.set(SAFETY_ROUTE, route, add_to_output=True)
                message.set(
                    INTENT,
                    {INTENT_NAME_KEY: URGENT, PREDICTED_CONFIDENCE_KEY: 1.0},
                    add_to_output=True,
                )
        return messages
