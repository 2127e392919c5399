"""The step that gives later steps their words, and those steps reading them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.parts import IN_CONTEXT
from bot.nlu.wording import WORDING, Wording, wording

ROOT = Path(__file__).resolve().parents[3]
PLACE = [{"entity": "council", "value": "doncaster", "start": 13, "end": 22}]


@pytest.fixture(scope="module")
def step(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    storage, resource = LocalModelStorage(tmp_path_factory.mktemp("storage")), Resource("wording")
    config = {"lookups": str(ROOT / "var" / "kb" / "lookups.json")}
    Wording(config, storage, resource).train(
        TrainingData([Message({TEXT: text}) for text in ("skool is ok", "at skool")])
    )
    return Wording.load(config, storage, resource, None)  # type: ignore[arg-type]


def test_places_are_neutral_and_misspelt_words_read_as_meant(step: Wording) -> None:
    [message] = step.process([Message({TEXT: "doughter in  Doncaster", ENTITIES: PLACE})])
    assert wording(message) == "daughter in  my area"
    assert message.get(TEXT) == "doughter in  Doncaster"


def test_the_reading_in_context_is_helped_too(step: Wording) -> None:
    inner = Message({TEXT: "skool assesment"})
    step.process([Message({TEXT: "x", IN_CONTEXT: inner})])
    assert wording(inner) == "skool assessment"


def test_training_phrases_are_read_as_messages_will_be(step: Wording) -> None:
    data = TrainingData([Message({TEXT: "my doughter"})])
    assert wording(step.process_training_data(data).training_examples[0]) == "my daughter"


def test_without_the_step_only_places_are_neutral() -> None:
    message = Message({TEXT: "doughter in  Doncaster", ENTITIES: PLACE})
    assert message.get(WORDING) is None
    assert wording(message) == "doughter in  my area"
