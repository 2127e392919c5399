"""The scope gate: when the topic is not sure enough, say so instead of guessing."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME as UNSURE
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.step import Step

GATE = "scope_gate"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ScopeGate(Step):
    """Turns an intent into `nlu_fallback` when its probability is below the threshold.

    The topic model's probabilities are set on held-out predictions, so the threshold means what it says:
    `benchmarks/thresholds.py` shows what each one refuses and what it lets through.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config."""
        return {"threshold": 0.3}

    def process(self, messages: list[Message]) -> list[Message]:
        """Replaces intents that are not sure enough; the ranking stays as it was."""
        for message in messages:
            intent = message.get(INTENT) or {}
            confidence = intent.get(PREDICTED_CONFIDENCE_KEY)
            if not intent.get(INTENT_NAME_KEY) or confidence is None:
                continue
            sure = confidence >= self._config["threshold"]
            message.set(GATE, {"sure": sure}, add_to_output=True)
            if not sure:
                unsure = {INTENT_NAME_KEY: UNSURE, PREDICTED_CONFIDENCE_KEY: confidence}
                message.set(INTENT, unsure, add_to_output=True)
        return messages
