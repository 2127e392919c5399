"""An intent picks the room; the answer finder picks the answer in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.encoder.memory import RememberingEncoder
from bot.encoder.model import DIMENSIONS
from bot.names import Names, neutral
from bot.nlu.in_whole import ALONE, OF_WHOLE, topics_in_whole
from bot.nlu.lookups import read_asked, read_lookups
from bot.nlu.parts import BEFORE, IN_CONTEXT, PARTS
from bot.nlu.sentence_encoder import sentence_vector
from bot.nlu.step import LearningStep
from bot.nlu.topic_classifier import FOLLOWS
from bot.nlu.wording import wording
from bot.topic_model import TopicModel

OUT_OF_SCOPE = "out_of_scope"
ANSWER_RANKING = "answer_ranking"
# What is added for likeness to the nearest heading and to the answer's own text (tried on validation data).
HEADING, OWN_TEXT = 0.2, 0.1
# What a topic's chance is worth against how well an answer fits (tried on validation data): an answer that
# fits far better than all of the likeliest topic shows that another topic is meant.
TOPIC_WEIGHT = 1.2
# Who asks on wants more than what was just answered, whose own question stands in the reading in context.
ALREADY_GIVEN = 0.25


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AnswerFinder(LearningStep):
    """Sets `answer_ranking`: the answers that fit the message best, of its topic and of all topics.

    Where the best of all fits far better than the best of the topic, the topic is corrected.

    It learns from an answer's question headings, its text, and the messages in `data/answers/`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: how many of the predicted topic and of all topics are told."""
        return {
            "lookups": "var/kb/lookups.json",
            "encoder": "var/encoder",
            "phrases": "data/answers",
            "of_topic": 40,
            "of_all": 4,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._ids: list[str] = []
        self._topics: list[str] = []
        self._answered_by: dict[str, int] = {}
        self._model = TopicModel()
        self._headings = self._texts = np.zeros((0, 0), dtype=np.float32)
        self._owner = np.zeros(0, dtype=np.int64)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits one model over all answers."""
        lookups = read_lookups(Path(self._config["lookups"]))
        answers, names = lookups["answers"], Names(lookups)
        asked = read_asked(Path(self._config["phrases"]))
        headings = [(i, question) for i, answer in enumerate(answers) for question in answer["questions"]]
        phrases = [(i, phrase) for i, answer in enumerate(answers) for phrase in asked.get(answer["id"], [])]
        texts = list(enumerate(answer["text"] for answer in answers))
        learnt = [(i, neutral(text, names.find(text))) for i, text in [*headings, *texts, *phrases]]
        vectors = RememberingEncoder(Path(self._config["encoder"])).encode([text for _, text in learnt])
        self._model.fit(vectors, [text for _, text in learnt], np.array([f"{i:05d}" for i, _ in learnt]))
        with self._storage.write_to(self._resource) as folder:
            listed = [{key: answer[key] for key in ("id", "topic", "questions")} for answer in answers]
            (folder / "answers.json").write_text(json.dumps(listed), encoding="utf-8")
            split = len(headings)
            np.savez(
                folder / "headings.npz",
                headings=vectors[:split, :DIMENSIONS].astype(np.float16),
                texts=vectors[split : split + len(texts), :DIMENSIONS].astype(np.float16),
                owner=np.array([index for index, _ in headings]),
            )
            self._model.save(folder)
        return self._resource

    def read(self, folder: Path) -> None:
        """Takes the fitted model and the headings from the archive."""
        listed = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
        self._ids = [answer["id"] for answer in listed]
        self._topics = [answer["topic"] for answer in listed]
        self._answered_by = {
            question: i for i, answer in enumerate(listed) for question in answer["questions"]
        }
        with np.load(folder / "headings.npz") as arrays:
            self._headings = arrays["headings"].astype(np.float32)
            self._texts = arrays["texts"].astype(np.float32)
            self._owner = arrays["owner"]
        self._model = TopicModel.load(folder)

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks answers; who asks on is read after the question before too, an ask within its message."""
        for message in messages:
            of_whole = self._judge(message)
            for ask in message.get(PARTS) or []:
                self._judge(ask, message, of_whole)
        return messages

    def _judge(
        self, message: Message, whole: Message | None = None, of_whole: np.ndarray | None = None
    ) -> np.ndarray | None:
        """Set the message's answers, and perhaps its topic; give how well each answer fits [answers]."""
        if sentence_vector(message) is None or not self._ids:
            return None
        context = message.get(IN_CONTEXT) if message.get(FOLLOWS) else None
        readings = [message] if context is None else [message, context]
        scores: np.ndarray = np.mean(self._scores(readings), axis=0)
        if context is not None and (given := self._answered_by.get(message.get(BEFORE))) is not None:
            scores[given] -= ALREADY_GIVEN
        if whole is not None and of_whole is not None:
            scores = scores + OF_WHOLE * of_whole
            self._read_in(whole, message)
        self._settle_topic(scores, message)
        ranking = self._rank(scores, (message.get(INTENT) or {}).get(INTENT_NAME_KEY))
        message.set(ANSWER_RANKING, ranking, add_to_output=True)
        return scores

    @staticmethod
    def _read_in(whole: Message, ask: Message) -> None:
        """Let an ask that is unclear alone take part in the topics of its message."""
        own = ask.get(INTENT_RANKING_KEY) or []
        topics = topics_in_whole(own, whole.get(INTENT_RANKING_KEY) or [])
        if topics:
            ask.set(ALONE, own[0][PREDICTED_CONFIDENCE_KEY])
            ask.set(INTENT, topics[0], add_to_output=True)
            ask.set(INTENT_RANKING_KEY, topics, add_to_output=True)

    def _scores(self, readings: list[Message]) -> np.ndarray:
        """Give how well each answer fits each reading [readings, answers]."""
        vectors = np.array([sentence_vector(reading) for reading in readings])
        wordings = [wording(reading) for reading in readings]
        meanings = vectors[:, :DIMENSIONS]
        nearest = np.full((len(self._ids), len(readings)), -1.0, dtype=np.float32)
        np.maximum.at(nearest, self._owner, self._headings @ meanings.T)
        fitted = self._model.scores(vectors, wordings)
        return fitted + HEADING * nearest.T + OWN_TEXT * (meanings @ self._texts.T)

    def _settle_topic(self, scores: np.ndarray, message: Message) -> None:
        """Puts another of the likeliest topics first if one of its answers fits so much better."""
        ranking = message.get(INTENT_RANKING_KEY) or []
        if not ranking or ranking[0][INTENT_NAME_KEY] not in set(self._topics) - {OUT_OF_SCOPE}:
            return
        chances = {intent[INTENT_NAME_KEY]: intent[PREDICTED_CONFIDENCE_KEY] for intent in ranking}
        worth = scores + TOPIC_WEIGHT * np.array([chances.get(topic, 0.0) for topic in self._topics])
        worth[[topic == OUT_OF_SCOPE for topic in self._topics]] = -np.inf
        chosen, first = self._topics[int(worth.argmax())], ranking[0][INTENT_NAME_KEY]
        if chosen == first:
            return
        swapped = {**chances, chosen: chances[first], first: chances.get(chosen, 0.0)}
        ordered = sorted(swapped.items(), key=lambda item: -item[1])[: len(ranking)]
        settled = [{INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: chance} for name, chance in ordered]
        message.set(INTENT, settled[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, settled, add_to_output=True)

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
