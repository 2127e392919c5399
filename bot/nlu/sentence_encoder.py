"""Featurizer: one vector for the whole message, from the sentence encoder.

The encoder stays in its folder and the model archive holds only its sha256: packing 150 MB that never change
took as long as all the learning, at every training and for every model kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.encoder.memory import RememberingEncoder
from bot.encoder.model import DIMENSIONS, SentenceEncoder
from bot.encoder.weights import sha256_of
from bot.nlu.parts import with_parts
from bot.nlu.step import LearningStep
from bot.nlu.wording import wording

FILES = ("encoder.onnx", "tokenizer.json")
MADE_WITH = "encoder.sha256"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoderFeaturizer(LearningStep, DenseFeaturizer):
    """Encodes messages in batches; a model runs only with the encoder that it was trained with."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: the folder of the built encoder, the threads that read a message."""
        return {**DenseFeaturizer.get_default_config(), "folder": "var/encoder", "threads": 2}

    def __init__(
        self,
        config: dict[str, Any],
        name: str,
        storage: ModelStorage,
        resource: Resource,
    ) -> None:
        DenseFeaturizer.__init__(self, name, config)
        LearningStep.__init__(self, config, storage, resource)
        self._encoder: SentenceEncoder | RememberingEncoder | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        """Creates a new component (see parent class for full docstring)."""
        return cls(config, execution_context.node_name, model_storage, resource)

    def read(self, folder: Path) -> None:
        """Opens the encoder. Raises FileNotFoundError if it is not the one the model was trained with."""
        self.validate_config(self._config)
        encoder = Path(self._config["folder"])
        if (folder / MADE_WITH).read_text() != sha256_of(encoder / FILES[0]):
            raise FileNotFoundError(
                f"The model was trained with another encoder than {encoder}; `make train`"
            )
        self._encoder = SentenceEncoder(encoder, self._config["threads"])

    def train(self, training_data: TrainingData) -> Resource:
        """Notes which encoder the phrases are read with; its weights are not changed."""
        with self._storage.write_to(self._resource) as folder:
            (folder / MADE_WITH).write_text(sha256_of(Path(self._config["folder"]) / FILES[0]))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Featurizes all training phrases; Rasa does this on a loaded component, which remembers nothing."""
        self._encoder = RememberingEncoder(Path(self._config["folder"]))
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the sentence vector to each message that has text; names of places are read as neutral."""
        spoken = [message for message in with_parts(messages) if message.get(TEXT)]
        if spoken:
            assert self._encoder is not None
            vectors = self._encoder.encode([wording(message) for message in spoken])
            for message, vector in zip(spoken, vectors, strict=True):
                message.add_features(
                    Features(
                        vector[np.newaxis],
                        FEATURE_TYPE_SENTENCE,
                        TEXT,
                        self._identifier,
                    )
                )
        return messages

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Validates that the encoder was built (see parent class for full docstring)."""
        missing = [name for name in FILES if not (Path(config["folder"]) / name).is_file()]
        if missing:
            raise FileNotFoundError(
                f"{', '.join(missing)} not in {config['folder']}: build the encoder with `make train`."
            )


def sentence_vector(message: Message) -> np.ndarray | None:
    """Give all blocks of the message's vector, float32 [2 * 768], or None if it has no text."""
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else sentence.features[0]


def meaning_vector(message: Message) -> np.ndarray | None:
    """Give the message's meaning, float32 [768] of length 1, or None if it has no text."""
    vector = sentence_vector(message)
    return None if vector is None else vector[:DIMENSIONS]
