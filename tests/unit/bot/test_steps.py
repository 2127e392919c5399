"""The small steps of config.yml: scope gate and safety phrases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.safety_phrases import SafetyPhrasesClassifier
from bot.nlu.scope_gate import ScopeGate
from safety.routes import SafetyPhrases

ROOT = Path(__file__).resolve().parents[3]


def message(text: str, intent: str = "ehc_timescale", confidence: float = 0.9) -> Message:
    return Message({TEXT: text, INTENT: {"name": intent, "confidence": confidence}})


@pytest.mark.parametrize(
    ("confidence", "intent"), [(0.34, "nlu_fallback"), (0.35, "ehc_timescale"), (1.0, "ehc_timescale")]
)
def test_the_gate_stops_what_is_below_its_threshold(confidence: float, intent: str) -> None:
    [seen] = ScopeGate({"threshold": 0.35}).process([message("how long", confidence=confidence)])
    assert seen.get(INTENT)["name"] == intent
    assert seen.get("scope_gate") == {"sure": intent != "nlu_fallback"}


def test_the_gate_leaves_alone_what_has_no_intent() -> None:
    [seen] = ScopeGate({"threshold": 0.35}).process([Message({TEXT: "x"})])
    assert seen.get(INTENT) is None


def test_a_safety_phrase_overrules_any_intent_and_keeps_the_ranking() -> None:
    routes: Any = json.loads((ROOT / "var" / "kb" / "safety.json").read_text(encoding="utf-8"))
    asked = message("I want to kill myself, and how long is the wait", confidence=1.0)
    asked.set("intent_ranking", [{"name": "ehc_timescale", "confidence": 1.0}])
    [seen] = SafetyPhrasesClassifier(SafetyPhrases(routes)).process([asked])
    assert seen.get(INTENT)["name"] == "safeguarding_urgent"
    assert seen.get("safety_route") in ("danger_now", "adult_crisis")
    assert seen.get("intent_ranking")[0]["name"] == "ehc_timescale"


def test_ordinary_words_are_left_alone() -> None:
    routes: Any = json.loads((ROOT / "var" / "kb" / "safety.json").read_text(encoding="utf-8"))
    [seen] = SafetyPhrasesClassifier(SafetyPhrases(routes)).process([message("this wait is killing me")])
    assert seen.get(INTENT)["name"] == "ehc_timescale"
    assert seen.get("safety_route") is None
