"""The second detector of cries for help: it listens to meaning, where the fixed phrases listen to words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME as UNSURE
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.cries import CRY_TOPIC, CryModel, gather, read_cries
from bot.encoder.memory import RememberingEncoder
from bot.names import Names, neutral
from bot.nlu.lookups import read_everyday, read_lookups
from bot.nlu.parts import TOLD
from bot.nlu.scope_gate import GATE
from bot.nlu.sentence_encoder import sentence_vector
from bot.nlu.step import LearningStep
from bot.nlu.wording import wording

HEARD_BY = "safety_heard_by"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyMeaning(LearningStep, IntentClassifier):
    """Makes a message urgent whose meaning is a cry, and ordinary what only the topic model took for one.

    The fixed phrases come after it: it can add to what they hear, and takes nothing from it.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: from and below which chance it acts, and the scope gate's threshold.

        What a message only tells, read without its question, must be surer to raise the alarm.
        """
        return {
            "threshold": 0.2,
            "told_threshold": 0.6,
            "not_below": 0.1,
            "scope": 0.3,
            "cries": "data/safety_cries.yml",
            "phrases": "data/answers",
            "lookups": "var/kb/lookups.json",
            "encoder": "var/encoder",
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._model = CryModel()

    def read(self, folder: Path) -> None:
        """Takes the fitted model from the archive."""
        self._model = CryModel.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the model to the list of cries, all training phrases and the messages for answers."""
        names = Names(read_lookups(Path(self._config["lookups"])))
        phrases = [example for example in training_data.intent_examples if example.get(TEXT)]
        everyday, of_everyday = read_everyday(Path(self._config["phrases"]))
        asked, cries, ordinary = (
            [neutral(text, names.find(text)) for text in texts]
            for texts in (everyday, *read_cries(Path(self._config["cries"])))
        )
        topics = [phrase.get(INTENT) for phrase in phrases]
        examples = gather([*map(wording, phrases), *asked], [*topics, *of_everyday], cries, ordinary)
        encoder = RememberingEncoder(Path(self._config["encoder"]))
        self._model.fit(encoder.encode(examples.texts), examples)
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Judges each message that has text; the ranking stays, so its question can be answered after."""
        for message in messages:
            vector = sentence_vector(message)
            if vector is None:
                continue
            told = sentence_vector(message.get(TOLD)) if message.get(TOLD) else None
            chances = self._model.chances(np.array([vector] if told is None else [vector, told]))
            chance = float(chances.max())
            if (chances >= [self._config["threshold"], self._config["told_threshold"]][: len(chances)]).any():
                cry = {INTENT_NAME_KEY: CRY_TOPIC, PREDICTED_CONFIDENCE_KEY: chance}
                message.set(INTENT, cry, add_to_output=True)
                message.set(HEARD_BY, "meaning", add_to_output=True)
            elif chance < self._config["not_below"] and _intent(message) == CRY_TOPIC:
                self._set_next(message)
        return messages

    def _set_next(self, message: Message) -> None:
        """Set the likeliest of the other intents, as sure as it is now that it is no cry."""
        ranking = message.get(INTENT_RANKING_KEY) or []
        others = [intent for intent in ranking if intent[INTENT_NAME_KEY] != CRY_TOPIC]
        cry = sum(i[PREDICTED_CONFIDENCE_KEY] for i in ranking if i[INTENT_NAME_KEY] == CRY_TOPIC)
        name, sureness = UNSURE, 0.0
        if others and cry < 1:
            name, sureness = others[0][INTENT_NAME_KEY], others[0][PREDICTED_CONFIDENCE_KEY] / (1 - cry)
        sure = name != UNSURE and sureness >= self._config["scope"]
        message.set(GATE, {"sure": sure}, add_to_output=True)
        intent = {INTENT_NAME_KEY: name if sure else UNSURE, PREDICTED_CONFIDENCE_KEY: sureness}
        message.set(INTENT, intent, add_to_output=True)


def _intent(message: Message) -> str | None:
    return (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
