"""The step that listens to meaning: what it adds, what it takes back, what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.cries import CRY_TOPIC
from bot.encoder.model import BLOCKS, DIMENSIONS
from bot.nlu.parts import TOLD
from bot.nlu.safety_meaning import SafetyMeaning

ROOT = Path(__file__).resolve().parents[3]


class Sure:
    """Stands for the model: gives the same chances always, of a message and of what it only tells."""

    def __init__(self, *chances: float) -> None:
        self._chances = chances

    def chances(self, vectors: np.ndarray) -> np.ndarray:
        assert vectors.shape == (len(self._chances), BLOCKS * DIMENSIONS)
        return np.array(self._chances)


def step(*chances: float) -> SafetyMeaning:
    config = {**SafetyMeaning.get_default_config(), "threshold": 0.4, "told_threshold": 0.6, "not_below": 0.1}
    made = SafetyMeaning(config, None, None)  # type: ignore[arg-type]
    made._model = Sure(*chances)  # type: ignore[assignment]
    return made


def message(ranking: list[tuple[str, float]], intent: str | None = None, featurized: bool = True) -> Message:
    ranked = [{"name": name, "confidence": confidence} for name, confidence in ranking]
    first = {"name": intent or ranking[0][0], "confidence": ranking[0][1]} if ranking else None
    made = Message({TEXT: "x", INTENT: first, INTENT_RANKING_KEY: ranked, "scope_gate": {"sure": True}})
    if featurized:
        vector = np.ones((1, BLOCKS * DIMENSIONS), dtype=np.float32)
        made.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, "test"))
    return made


def test_a_cry_sets_the_intent_and_keeps_the_ranking() -> None:
    asked = message([("transport", 0.9), ("funding", 0.05)])
    before = list(asked.get(INTENT_RANKING_KEY))
    [seen] = step(0.8).process([asked])
    assert seen.get(INTENT) == {"name": CRY_TOPIC, "confidence": 0.8}
    assert seen.get("safety_heard_by") == "meaning"
    assert seen.get(INTENT_RANKING_KEY) == before
    assert {INTENT, "safety_heard_by"} <= seen.as_dict(only_output_properties=True).keys()


@pytest.mark.parametrize(("chance", "heard"), [(0.39, False), (0.4, True)])
def test_the_threshold_itself_is_a_cry(chance: float, heard: bool) -> None:
    [seen] = step(chance).process([message([("transport", 0.9)])])
    assert (seen.get(INTENT)["name"] == CRY_TOPIC) is heard
    assert (seen.get("safety_heard_by") == "meaning") is heard


@pytest.mark.parametrize(("told", "heard"), [(0.59, False), (0.6, True)])
def test_a_cry_is_heard_beside_an_ordinary_question(told: float, heard: bool) -> None:
    asked = message([("transport", 0.9)])
    asked.set(TOLD, message([]))
    [seen] = step(0.02, told).process([asked])
    assert (seen.get(INTENT)["name"] == CRY_TOPIC) is heard


def test_a_cry_overrules_a_message_that_nothing_understood() -> None:
    [seen] = step(0.8).process([message([("transport", 0.1)], intent="nlu_fallback")])
    assert seen.get(INTENT)["name"] == CRY_TOPIC


def test_what_only_the_topic_model_took_for_a_cry_becomes_the_next_intent() -> None:
    [seen] = step(0.05).process([message([(CRY_TOPIC, 0.6), ("funding", 0.3), ("transport", 0.1)])])
    assert seen.get(INTENT) == {"name": "funding", "confidence": pytest.approx(0.75)}
    assert seen.get("scope_gate") == {"sure": True}
    assert seen.get(INTENT_RANKING_KEY)[0]["name"] == CRY_TOPIC


@pytest.mark.parametrize("ranking", [[(CRY_TOPIC, 0.9), ("funding", 0.01)], [(CRY_TOPIC, 1.0)]])
def test_a_next_intent_that_is_not_sure_is_not_believed(ranking: list[tuple[str, float]]) -> None:
    [seen] = step(0.05).process([message(ranking)])
    assert seen.get(INTENT)["name"] == "nlu_fallback"
    assert seen.get("scope_gate") == {"sure": False}


def test_between_the_bounds_the_topic_model_is_believed() -> None:
    [seen] = step(0.1).process([message([(CRY_TOPIC, 0.6), ("funding", 0.3)])])
    assert seen.get(INTENT)["name"] == CRY_TOPIC
    assert seen.get("safety_heard_by") is None


def test_an_ordinary_message_is_left_alone() -> None:
    asked = message([("transport", 0.9), (CRY_TOPIC, 0.1)])
    before: Any = dict(asked.data)
    [seen] = step(0.05).process([asked])
    assert seen.data == before


def test_a_message_without_a_vector_is_left_alone() -> None:
    [seen] = step(0.9).process([message([], featurized=False)])
    assert seen.get(INTENT) is None


def test_it_trains_and_loads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    listed = tmp_path / "cries.yml"
    listed.write_text("cries: [i want to die]\nordinary: [the wait is killing me]\n", encoding="utf-8")
    asked = tmp_path / "answers"
    asked.mkdir()
    (asked / "senco_role.yml").write_text("topic: senco_role\nanswers: {who: [who runs sen here]}\n", "utf-8")
    config = {**SafetyMeaning.get_default_config(), "cries": str(listed), "phrases": str(asked)}
    (tmp_path / "storage").mkdir()
    storage, resource = LocalModelStorage(tmp_path / "storage"), Resource("safety")
    told = (("who is the senco", "senco"), ("i hurt", CRY_TOPIC))
    phrases = [Message({TEXT: text, INTENT: name}) for text, name in told]
    trained = SafetyMeaning(config, storage, resource)
    assert trained.train(TrainingData(phrases)) == resource
    loaded = SafetyMeaning.load(config, storage, resource, None)  # type: ignore[arg-type]
    vector = np.ones((1, BLOCKS * DIMENSIONS), dtype=np.float32)
    np.testing.assert_allclose(loaded._model.chances(vector), trained._model.chances(vector))
