"""The scope gate: when the trained steps are not sure enough, say so instead of guessing."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME as UNSURE
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.sentence_encoder import unit_vector

GATE = "scope_gate"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ScopeGate(GraphComponent):
    """Turns an intent into `nlu_fallback` when it is improbable or far from everything it was taught.

    `benchmarks/thresholds.py` finds the two thresholds on phrases held out of training.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config.

        An intent passes if `confidence + weight * nearest >= threshold`, where `nearest` is the cosine
        to the nearest training phrase of that intent.
        """
        return {"threshold": 0.5, "weight": 0.5}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._vectors = np.zeros((0, 0), dtype=np.float32)
        self._intents = np.zeros(0, dtype=str)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ScopeGate:
        """Creates a new component (see parent class for full docstring)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps the vector of every training phrase."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        with self._storage.write_to(self._resource) as folder:
            np.savez(
                folder / "phrases.npz",
                vectors=np.array([unit_vector(example) for example in examples], dtype=np.float16),
                intents=np.array([example.get(INTENT) for example in examples]),
            )
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ScopeGate:
        """Loads the phrases' vectors (see parent class for full docstring)."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            arrays = np.load(folder / "phrases.npz")
            component._vectors = arrays["vectors"].astype(np.float32)
            component._intents = arrays["intents"]
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Replaces intents that are not sure enough; the ranking stays as it was."""
        for message in messages:
            vector = unit_vector(message)
            intent = message.get(INTENT)
            if vector is None or not intent or not len(self._vectors):
                continue
            of_intent = self._intents == intent[INTENT_NAME_KEY]
            nearest = float((self._vectors[of_intent] @ vector).max()) if of_intent.any() else 0.0
            confidence = float(intent[PREDICTED_CONFIDENCE_KEY])
            sure = confidence + self._config["weight"] * nearest >= self._config["threshold"]
            told = {
                "confidence": round(confidence, 4),
                "nearest": round(nearest, 4),
                "sure": sure,
            }
            message.set(GATE, told, add_to_output=True)
            if not sure:
                message.set(
                    INTENT,
                    {INTENT_NAME_KEY: UNSURE, PREDICTED_CONFIDENCE_KEY: confidence},
                    add_to_output=True,
                )
        return messages
