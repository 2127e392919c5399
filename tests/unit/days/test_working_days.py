"""England's working days."""

from __future__ import annotations

from datetime import date

import pytest

from days.working_days import is_bank_holiday, is_working_day, next_working_day


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-11-27", True),
        ("2026-11-28", False),  # Saturday
        ("2026-11-29", False),  # Sunday
        ("2026-12-25", False),
        ("2026-12-28", False),  # in place of Boxing Day
        ("2026-08-31", False),  # the last Monday of August
        ("2026-08-03", True),  # a holiday in Scotland only
        ("2027-03-29", False),  # Easter Monday
        ("2028-01-03", False),  # in place of New Year's Day
        ("2028-01-04", True),
    ],
)
def test_working_days_are_england_s(day: str, working: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is working


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-01", "2026-09-01"),
        ("2024-09-01", "2024-09-02"),
        ("2029-09-01", "2029-09-03"),
        ("2027-01-02", "2027-01-04"),
        ("2028-01-02", "2028-01-04"),
        ("2026-12-25", "2026-12-29"),
        ("2027-03-26", "2027-03-30"),
    ],
)
def test_the_next_working_day_is_the_day_itself_if_it_is_one(day: str, expected: str) -> None:
    assert next_working_day(date.fromisoformat(day)) == date.fromisoformat(expected)


def test_a_weekend_is_no_bank_holiday() -> None:
    assert not is_bank_holiday(date(2026, 11, 28))
