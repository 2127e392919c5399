"""Names of months, and counting in months against dateutil."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from days.months import add_months, month_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("oct", 10),
        ("october", 10),
        ("ocotber", 10),
        ("sept", 9),
        ("septmber", 9),
        ("febuary", 2),
        ("agust", 8),
    ],
)
def test_a_month_is_known_by_its_name_short_or_misspelt(word: str, number: int) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(
    "word", ["match", "much", "just", "members", "marks", "number", "daily", "chapter", "more"]
)
def test_other_words_are_no_months(word: str) -> None:
    assert month_number(word) is None


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), months=st.integers(-60, 60))
def test_months_are_added_as_dateutil_does(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)
