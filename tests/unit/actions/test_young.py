"""A young person who writes for themself is told who "your child" is, once; a parent never."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.young import GROWN, YOUNGER, note_to_the_young


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("im 17 can i apply for my own ehcp", GROWN),
        ("I'm 16, no plan, doing level 2 at college", GROWN),
        ("I am only 13 and school wont listen", YOUNGER),
        ("i’m in year 9 and they moved my helper", YOUNGER),
        ("I'm in Yr 12", GROWN),
    ],
)
def test_a_young_writer_is_noticed(text: str, note: str) -> None:
    assert note_to_the_young(text) == note


@pytest.mark.parametrize(
    "text",
    [
        "my son is 17",
        "he's 16 and at college",
        "I'm 24 weeks pregnant and on my own",
        "I am 15 minutes away from the school",
        "im 34 and my son is 9",
        "I'm 12 miles away",
        "she is in year 9",
        "I am 110% sure",
        "",
    ],
)
def test_a_parent_is_not_taken_for_one(text: str) -> None:
    assert note_to_the_young(text) == ""


def test_the_note_stands_before_the_answer(run: Any) -> None:
    said = run(ActionAnswer, intent="transport", text="im 14, do i get a taxi")
    assert said.text.startswith(YOUNGER)
    assert said.text.count("that means you") == 1


def test_nobody_else_is_told(run: Any) -> None:
    assert "that means you" not in run(ActionAnswer, intent="transport", text="does he get a taxi").text
