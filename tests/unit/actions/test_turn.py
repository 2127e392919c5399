"""One turn read from the tracker into plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.turn import Turn

MakeTurn = Callable[..., Turn]


def test_everything_the_bot_understood_is_read(make_turn: MakeTurn) -> None:
    turn = make_turn(
        slots={"school": "ash-hill"},
        text="who is the senco",
        intent="senco_role",
        entities={"role": ["senco", "headteacher"]},
        ranking={"senco_role": 0.8, "teacher_role": 0.1},
        scores={"senco_role/what-senco-does": 0.6},
        sure=False,
        route="child_concern",
        page="bathnes",
    )
    assert turn == Turn(
        text="who is the senco",
        intent="senco_role",
        entities={"role": ["senco", "headteacher"]},
        intent_ranking=[("senco_role", 0.8), ("teacher_role", 0.1)],
        answer_scores={"senco_role/what-senco-does": 0.6},
        sure=False,
        follows=False,
        safety_route="child_concern",
        widget_council="bathnes",
        slots={"school": "ash-hill"},
    )


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"text": None, "intent": None, "entities": None, "intent_ranking": None, "metadata": None},
        {"intent": {}, "answer_ranking": None, "scope_gate": None},
    ],
)
def test_a_bare_message_is_an_empty_turn(message: dict[str, Any]) -> None:
    turn = Turn.of(Tracker.from_dict({"sender_id": "x", "latest_message": message}))
    assert turn == Turn("", "", {}, [], {}, True, False, None, None, {})


def test_people_correct_themselves_at_the_end(make_turn: MakeTurn) -> None:
    turn = make_turn(entities={"council": ["bathnes", "stockton"]})
    assert turn.entity("council") == "stockton"
    assert turn.entity("school") is None


@pytest.mark.parametrize(
    ("text", "pressed"), [("/affirm", True), ("yes", False), ("", False), (" /x", False)]
)
def test_a_button_is_told_from_words(make_turn: MakeTurn, text: str, pressed: bool) -> None:
    assert make_turn(text=text).pressed is pressed


def test_changing_the_turns_slots_leaves_the_tracker_alone() -> None:
    tracker = Tracker.from_dict({"sender_id": "x", "slots": {"school": "ash-hill"}, "latest_message": {}})
    Turn.of(tracker).slots["school"] = None
    assert tracker.slots == {"school": "ash-hill"}
