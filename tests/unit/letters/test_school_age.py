"""Compulsory school age ends on the last Friday in June of Year 11; the right to ask ends at 25."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.school_age import is_25, is_young_person, school_leaving_day


@pytest.mark.parametrize(
    ("birth", "leaving"),
    [
        (date(2010, 8, 31), date(2026, 6, 26)),  # the youngest of the year is still 15
        (date(2010, 9, 1), date(2027, 6, 25)),  # the oldest of the next
        (date(2010, 1, 1), date(2026, 6, 26)),
        (date(2007, 12, 31), date(2024, 6, 28)),
        (date(2008, 2, 29), date(2024, 6, 28)),
        (date(2007, 5, 1), date(2023, 6, 30)),  # a Friday that is the 30th
    ],
)
def test_school_age_ends_on_the_last_friday_in_june(birth: date, leaving: date) -> None:
    assert school_leaving_day(birth) == leaving


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_the_day_is_always_a_friday_in_the_last_week_of_june(birth: date) -> None:
    leaving = school_leaving_day(birth)
    assert leaving.weekday() == 4
    assert leaving.month == 6
    assert (leaving + timedelta(days=7)).month == 7


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 6, 26), False),
        (date(2026, 6, 27), True),
        (date(2035, 1, 9), True),
        (date(2035, 1, 10), False),
    ],
)
def test_a_young_person_is_over_school_age_and_under_25(today: date, expected: bool) -> None:
    assert is_young_person(date(2010, 1, 10), today) is expected


def test_someone_born_on_29_february_is_24_on_28_february() -> None:
    assert not is_25(date(2000, 2, 29), date(2025, 2, 28))
    assert is_25(date(2000, 2, 29), date(2025, 3, 1))
