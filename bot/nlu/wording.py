"""A message's words as later steps read them: places neutral, spelling helped. What was typed is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.names import neutral
from bot.nlu.lookups import read_lookups
from bot.nlu.parts import with_parts
from bot.nlu.step import LearningStep
from bot.spelling import Spelling, often_written, our_words

WORDING = "wording"
FILE = "words.json"


# Rasa lets only tokenizers and featurizers read the training phrases before the next step learns from them.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class Wording(LearningStep):
    """Sets `wording` on each message that has text; see `bot.spelling` for what is never touched."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: what is built before."""
        return {"lookups": "var/kb/lookups.json"}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._spelling: Spelling | None = None

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps the words of the knowledge base, and those that parents often write."""
        lookups = read_lookups(Path(self._config["lookups"]))
        phrases = [example.get(TEXT) for example in training_data.training_examples if example.get(TEXT)]
        words = {"ours": our_words(lookups), "often": often_written(phrases)}
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(words), encoding="utf-8")
        return self._resource

    def read(self, folder: Path) -> None:
        """Takes the words from the archive."""
        words = json.loads((folder / FILE).read_text(encoding="utf-8"))
        self._spelling = Spelling(words["ours"], words["often"])

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Reads the training phrases as parents' messages will be read."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the wording of each message, of its reading in context and of its asks."""
        assert self._spelling is not None
        for message in with_parts(messages):
            if message.get(TEXT):
                message.set(WORDING, self._spelling.corrected(_neutral(message)))
        return messages


def wording(message: Message) -> str:
    """Give the message's words as `Wording` left them; without that step, with neutral places only."""
    return message.get(WORDING) or _neutral(message)


def _neutral(message: Message) -> str:
    return neutral(message.get(TEXT), message.get(ENTITIES) or [])
