"""When a message becomes several asks, and when it is read as one after all."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.in_whole import ALONE
from bot.nlu.parts import PARTS
from bot.nlu.several_asks import ASKS, SEVERAL, SeveralAsks


def ask(topic: str, answer: str, chance: float = 0.9, alone: float | None = None) -> Message:
    ranking = [{"name": topic, "confidence": chance}]
    answers = [{"id": f"{topic}/{answer}", "topic": topic, "score": 0.5}]
    made = Message({TEXT: answer, INTENT: ranking[0], INTENT_RANKING_KEY: ranking, "answer_ranking": answers})
    if alone is not None:
        made.set(ALONE, alone)
    return made


def read(*asks: Message) -> Message:
    message = Message({TEXT: "x", INTENT: {"name": "transport", "confidence": 0.9}})
    message.set(PARTS, list(asks))
    config = {**SeveralAsks.get_default_config(), "not_asks": ["greet"]}
    [seen] = SeveralAsks(config).process([message])
    return seen


def test_two_clear_asks_become_a_turn_of_several() -> None:
    seen = read(ask("transport", "distance"), ask("funding", "top-up", 0.5))
    assert seen.get(INTENT) == {"name": SEVERAL, "confidence": 0.5}
    assert [told["intent"]["name"] for told in seen.get(ASKS)] == ["transport", "funding"]


@pytest.mark.parametrize(
    "second",
    [ask("transport", "distance"), ask("funding", "top-up", 0.29), ask("greet", "hello")],
    ids=["the same answer", "unclear", "small talk"],
)
def test_one_ask_and_nothing_else_is_one(second: Message) -> None:
    assert read(ask("transport", "distance"), second).get(INTENT)["name"] == "transport"


def test_two_answers_of_one_topic_are_two_asks_though_they_lean_on_the_message() -> None:
    seen = read(ask("transport", "how-to-apply", alone=0.1), ask("transport", "refused", alone=0.2))
    assert seen.get(INTENT)["name"] == SEVERAL


@pytest.mark.parametrize(("alone", "intent"), [(0.29, "transport"), (0.3, SEVERAL)])
def test_asks_of_different_topics_need_two_that_are_clear_alone(alone: float, intent: str) -> None:
    seen = read(
        ask("not_happy_with_support", "what-can-i-do", alone=0.8), ask("transport", "refused", alone=alone)
    )
    assert seen.get(INTENT)["name"] == intent
