"""The baseline to beat: the label of the training phrase nearest in meaning, as a Rasa step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.sentence_encoder import meaning_vector
from bot.nlu.step import LearningStep


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NearestPhrase(LearningStep, IntentClassifier):
    """Ranks labels by their nearest phrase (cosine); the confidence is that cosine."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config (see parent class for full docstring)."""
        return {"ranking_length": 5}

    def read(self, folder: Path) -> None:
        """Takes the phrases' vectors from the archive."""
        with np.load(folder / "phrases.npz") as arrays:
            self._vectors, self._owner, self._labels = arrays["vectors"], arrays["owner"], arrays["labels"]

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps the vector of every training phrase."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        labels, owner = np.unique([example.get(INTENT) for example in examples], return_inverse=True)
        vectors = np.array([meaning_vector(example) for example in examples], dtype=np.float32)
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / "phrases.npz", vectors=vectors, owner=owner, labels=labels)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the label of the nearest phrase of each message that has text."""
        for message in messages:
            vector = meaning_vector(message)
            if vector is None:
                continue
            scores = np.full(len(self._labels), -1.0, dtype=np.float32)
            np.maximum.at(scores, self._owner, self._vectors @ vector)
            ranking = [
                {INTENT_NAME_KEY: str(self._labels[i]), PREDICTED_CONFIDENCE_KEY: float(scores[i])}
                for i in np.argsort(-scores)[: self._config["ranking_length"]]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages
