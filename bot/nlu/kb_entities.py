"""Entities from the knowledge base; the names themselves are found by `bot.names`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.names import Names
from bot.nlu.lookups import read_lookups
from bot.nlu.parts import with_parts
from bot.nlu.step import LearningStep


# Also a featurizer by name: Rasa shows training phrases to no other extractor before the next step learns.
@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER],
    is_trainable=True,
)
class KbEntities(LearningStep, EntityExtractorMixin):
    """Adds schools, councils (by name, place or postcode district), roles, plans, words, needs."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config."""
        return {"lookups": "var/kb/lookups.json"}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._names: Names | None = None

    def read(self, folder: Path) -> None:
        """Takes the names from the archive."""
        self._names = Names(json.loads((folder / "names.json").read_text(encoding="utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps the names of today's knowledge base with the model."""
        lookups = read_lookups(Path(self._config["lookups"]))
        kinds = ("entities", "postcode_districts", "far_postcodes", "shared_districts")
        names = {key: lookups[key] for key in kinds if key in lookups}
        with self._storage.write_to(self._resource) as folder:
            (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
        self._names = Names(names)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds entities to the training phrases, so that later steps read them as they read parents."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities found to each message."""
        assert self._names is not None
        for message in with_parts(messages):
            found = self._names.find(message.get(TEXT) or "")
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *found], add_to_output=True)
        return messages
