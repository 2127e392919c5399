"""Preparing readings in context and asks; choosing the clear asks."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.conversation import LAST_QUESTION, Conversation
from bot.nlu.parts import IN_CONTEXT, PARTS, TOLD, with_asks, with_parts
from bot.nlu.several_asks import SeveralAsks

BEFORE = "Who can ask for an assessment?"


def tracker(before: str | None) -> DialogueStateTracker:
    slot = TextSlot(LAST_QUESTION, [{"type": "custom"}], initial_value=before)
    return DialogueStateTracker("x", [slot])


def prepared(text: str, before: str | None = None) -> Message:
    [message] = Conversation({"follow_up_words": 12}).process([Message({TEXT: text})], tracker(before))
    return message


def test_a_short_message_is_also_read_after_the_question_before() -> None:
    message = prepared("how long does that take", BEFORE)
    assert message.get(IN_CONTEXT).get(TEXT) == "Who can ask for an assessment. how long does that take"
    assert list(with_parts([message])) == [message, message.get(IN_CONTEXT)]


@pytest.mark.parametrize(("text", "before"), [("how long", None), ("a " * 30, BEFORE), ("", None)])
def test_a_long_or_first_message_stands_alone(text: str, before: str | None) -> None:
    assert prepared(text, before).get(IN_CONTEXT) is None


def test_each_ask_is_read_alone_and_after_its_story() -> None:
    message = prepared("He is 6 and cannot read. Who do I talk to? How long will it take?", BEFORE)
    first, second = message.get(PARTS)
    assert first.get(IN_CONTEXT).get(TEXT) == "He is 6 and cannot read. Who do I talk to?"
    assert second.get(IN_CONTEXT).get(TEXT) == "Who do I talk to. How long will it take?"
    assert list(with_asks([message])) == [message, first, second]
    assert message.get(TOLD).get(TEXT) == "He is 6 and cannot read."
    assert len(list(with_parts([message]))) == 6


def ask(topic: str, confidence: float, answer: str) -> Message:
    ranking = [{"name": topic, "confidence": confidence}]
    answers = [{"id": answer, "topic": answer.split("/")[0], "score": 0.5}]
    return Message({TEXT: topic, "intent_ranking": ranking, "answer_ranking": answers})


def chosen(*asks: Message) -> dict[str, Any]:
    config = {"threshold": 0.4, "not_asks": ["thank", "out_of_scope"]}
    whole = Message({TEXT: "all of it", INTENT: {"name": "transport", "confidence": 0.9}, PARTS: list(asks)})
    [message] = SeveralAsks(config).process([whole])
    return {"intent": message.get(INTENT)["name"], "asks": [a["text"] for a in message.get("asks") or []]}


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        ([("transport", 0.9, "transport/a"), ("funding", 0.8, "funding/a")], ["transport", "funding"]),
        ([("transport", 0.9, "transport/a"), ("transport", 0.8, "transport/b")], ["transport", "transport"]),
        ([("transport", 0.9, "transport/a"), ("transport", 0.8, "transport/a")], []),
        ([("transport", 0.9, "transport/a"), ("funding", 0.3, "funding/a")], []),
        ([("transport", 0.9, "transport/a"), ("thank", 0.9, "")], []),
        ([], []),
    ],
)
def test_two_clear_asks_that_differ_are_several(
    asks: list[tuple[str, float, str]], expected: list[str]
) -> None:
    said = chosen(*(ask(*one) for one in asks))
    assert said == {"intent": "several_asks" if expected else "transport", "asks": expected}
