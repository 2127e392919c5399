"""When a person has to help."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deadlines.deadline import Deadline, Whose
from deadlines.left import days_left, must_hand_over

TODAY = date(2026, 3, 29)


def a_deadline(whose: Whose, days: int) -> Deadline:
    return Deadline("x/y", "X", TODAY + timedelta(days=days), whose, "Rule.", "", ("reg-5",))


@pytest.mark.parametrize("days", [-1, 0, 1, 217])
def test_days_left_count_to_the_last_day_across_a_change_of_clocks(days: int) -> None:
    assert days_left(TODAY + timedelta(days=days), TODAY) == days


@pytest.mark.parametrize(
    ("whose", "days", "expected"),
    [
        ("parent", 15, False),
        ("parent", 14, True),
        ("parent", 0, True),
        ("parent", -1, True),
        ("parent", -400, True),
        ("council", 14, False),
        ("council", 0, False),
        ("council", -1, True),
        ("adviser", 0, False),
        ("adviser", -1, True),
    ],
)
def test_a_parent_is_handed_over_14_days_before_and_a_council_when_late(
    whose: Whose, days: int, expected: bool
) -> None:
    assert must_hand_over([a_deadline(whose, days)], TODAY) is expected


def test_one_urgent_deadline_among_others_is_enough() -> None:
    assert must_hand_over([a_deadline("council", 5), a_deadline("parent", 3)], TODAY)


def test_nothing_to_do_hands_nothing_over() -> None:
    assert not must_hand_over([], TODAY)
