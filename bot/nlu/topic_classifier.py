"""Which topic a message is about: `bot.topic_model` as a Rasa step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.encoder.memory import RememberingEncoder
from bot.follow_up import share_alone
from bot.names import Names, neutral
from bot.nlu.lookups import plain_questions, read_asked, read_lookups
from bot.nlu.parts import IN_CONTEXT, OF_SEVERAL, with_asks
from bot.nlu.sentence_encoder import sentence_vector
from bot.nlu.step import LearningStep
from bot.nlu.wording import wording
from bot.topic_model import TopicModel

FOLLOWS = "follows"
MOST_BARE_WORDS = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(LearningStep, IntentClassifier):
    """Sets the intent and its ranking."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: how many intents the ranking holds, and what is built before."""
        return {
            "ranking_length": 5,
            "lookups": "var/kb/lookups.json",
            "encoder": "var/encoder",
            "phrases": "data/answers",
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._model = TopicModel()

    def read(self, folder: Path) -> None:
        """Takes the fitted model from the archive."""
        self._model = TopicModel.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the model to the training phrases, the question headings and `data/answers`."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [wording(example) for example in examples]
        labels = [example.get(INTENT) for example in examples]
        lookups = read_lookups(Path(self._config["lookups"]))
        names = Names(lookups)
        more, topics = plain_questions(lookups, names)
        for answer, phrases in read_asked(Path(self._config["phrases"])).items():
            more += [neutral(phrase, names.find(phrase)) for phrase in phrases]
            topics += [answer.partition("/")[0]] * len(phrases)
        vectors = [sentence_vector(example) for example in examples]
        if more:
            vectors.append(RememberingEncoder(Path(self._config["encoder"])).encode(more))
        self._model.fit(np.vstack(vectors), texts + more, np.array(labels + topics))
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the most likely intent of each message that has text."""
        for message in with_asks(messages):
            if sentence_vector(message) is None:
                continue
            chances = self._chances(message)
            order = np.argsort(-chances)[: self._config["ranking_length"]]
            ranking = [
                {INTENT_NAME_KEY: str(self._model.classes[i]), PREDICTED_CONFIDENCE_KEY: float(chances[i])}
                for i in order
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _chances(self, message: Message) -> np.ndarray:
        """Give the chance of each topic; a message that leans on the one before is read after it too."""
        context = None if _is_bare_word(message) else message.get(IN_CONTEXT)
        readings = [message] if context is None else [message, context]
        vectors = np.array([sentence_vector(reading) for reading in readings])
        chances = self._model.predict(vectors, [wording(reading) for reading in readings])
        if context is None:
            return chances[0]
        of_several = bool(message.get(OF_SEVERAL))
        share = share_alone(message.get(TEXT), chances[0], self._model.classes, of_several=of_several)
        if share < 1:
            message.set(FOLLOWS, True, add_to_output=True)
        return share * chances[0] + (1 - share) * chances[1]


def _is_bare_word(message: Message) -> bool:
    """Tell whether a message is nothing but a word of the glossary: that leans on nothing."""
    found = [entity for entity in message.get(ENTITIES) or [] if entity["entity"] == "term"]
    return bool(found) and len((message.get(TEXT) or "").split()) <= MOST_BARE_WORDS
