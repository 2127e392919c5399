"""What cannot be read, what is repeated, and what cannot wait."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.repair import ActionGibberish, ActionOtherLanguage
from actions.repeats import AGAIN, AGAIN_TOO
from actions.urgent import urgent_reason


@pytest.mark.parametrize("language", ["pl", "ur", "ar", "ro", "cy"])
def test_another_language_is_answered_in_itself_and_in_english(run: Any, language: str) -> None:
    said = run(
        ActionOtherLanguage, {"council": "bathnes"}, intent="other_language", text="x", language=language
    )
    assert said.customs[0]["language"] == language
    assert "I can only answer in English." in said.text
    assert "01225 394382" in said.text
    assert "/human_handoff" in said.payloads


def test_gibberish_is_asked_again_once_and_then_handed_over(run: Any) -> None:
    first = run(ActionGibberish, intent="gibberish", text="asdf")
    assert first.kinds == ["clarify"]
    assert "handoff" in run(ActionGibberish, first.slots, intent="gibberish", text="asdf").kinds


def test_the_same_answer_twice_in_a_row_is_not_said_again(run: Any) -> None:
    first = run(ActionAnswer, intent="funding", text="who pays")
    again = run(ActionAnswer, intent="funding", text="who pays", before=[first.messages[0]["text"]])
    assert again.text == AGAIN
    third = run(ActionAnswer, intent="funding", text="who pays", before=[first.messages[0]["text"], AGAIN])
    assert third.text == AGAIN_TOO


@pytest.mark.parametrize(
    ("intent", "text", "reason"),
    [
        ("home_education", "they want me to sign a form to take him out", "asked_to_sign"),
        ("exclusion", "school asked us to sign something", "asked_to_sign"),
        ("exclusion", "i'm supposed to sign it tomorrow", "asked_to_sign"),
        ("exclusion", "he was excluded this morning", "out_of_school_today"),
        ("exclusion", "they have just rung to say come and get him today", "out_of_school_today"),
        ("exclusion", "how long can a suspension last", None),
        ("ehc_timescale", "I asked today", None),
        ("glossary", "what is sign language", None),
    ],
)
def test_what_cannot_wait_is_heard(make_turn: Any, intent: str, text: str, reason: str | None) -> None:
    assert urgent_reason(make_turn(intent=intent, text=text)) == reason


def test_what_cannot_wait_is_answered_and_handed_over(run: Any) -> None:
    said = run(ActionAnswer, {"council": "bathnes"}, intent="exclusion", text="they excluded him today")
    assert said.kinds[0] == "answer"
    assert "handoff" in said.kinds
