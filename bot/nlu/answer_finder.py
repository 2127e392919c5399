"""An intent picks the room; the answer finder picks the answer whose question is nearest in meaning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.encoder.memory import RememberingEncoder
from bot.names import Names, neutral
from bot.nlu.lookups import read_lookups
from bot.nlu.sentence_encoder import meaning_vector

ANSWER_RANKING = "answer_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AnswerFinder(GraphComponent):
    """Sets `answer_ranking`: the answers nearest to the message, over all topics, best first."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: how many of the predicted topic and of all topics are told."""
        return {
            "lookups": "var/kb/lookups.json",
            "encoder": "var/encoder",
            "of_topic": 40,
            "of_all": 4,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._ids: list[str] = []
        self._topics: list[str] = []
        self._vectors = np.zeros((0, 0), dtype=np.float32)
        self._owner = np.zeros(0, dtype=np.int64)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnswerFinder:
        """Creates a new component (see parent class for full docstring)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Encodes every question heading of the knowledge base."""
        lookups = read_lookups(Path(self._config["lookups"]))
        answers, names = lookups["answers"], Names(lookups)
        headings = [
            (index, question) for index, answer in enumerate(answers) for question in answer["questions"]
        ]
        encoder = RememberingEncoder(Path(self._config["encoder"]))
        with self._storage.write_to(self._resource) as folder:
            listed = [{"id": answer["id"], "topic": answer["topic"]} for answer in answers]
            (folder / "answers.json").write_text(json.dumps(listed), encoding="utf-8")
            np.savez(
                folder / "headings.npz",
                vectors=encoder.meaning(
                    [neutral(question, names.find(question)) for _, question in headings]
                ),
                owner=np.array([index for index, _ in headings]),
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
    ) -> AnswerFinder:
        """Loads the headings' vectors (see parent class for full docstring)."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            names = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
            arrays = np.load(folder / "headings.npz")
            component._vectors, component._owner = arrays["vectors"], arrays["owner"]
        component._ids = [name["id"] for name in names]
        component._topics = [name["topic"] for name in names]
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks answers by their nearest heading (cosine)."""
        for message in messages:
            vector = meaning_vector(message)
            if vector is None or not self._ids:
                continue
            scores = np.full(len(self._ids), -1.0, dtype=np.float32)
            np.maximum.at(scores, self._owner, self._vectors @ vector)
            message.set(
                ANSWER_RANKING,
                self._rank(scores, (message.get(INTENT) or {}).get(INTENT_NAME_KEY)),
                add_to_output=True,
            )
        return messages

    def _rank(self, scores: np.ndarray, topic: Any) -> list[dict[str, Any]]:
        order = np.argsort(-scores)
        of_topic = [index for index in order if self._topics[index] == topic][: self._config["of_topic"]]
        told = dict.fromkeys([*of_topic, *order[: self._config["of_all"]]])
        best_first = sorted(told, key=lambda index: -scores[index])
        return [
            {
                "id": self._ids[i],
                "topic": self._topics[i],
                "score": round(float(scores[i]), 4),
            }
            for i in best_first
        ]
