"""Opening hours at their edges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest

from casework.opening_hours import LOCAL, LOOK_AHEAD_DAYS, LineState, is_bank_holiday, line_state


@dataclass(frozen=True)
class Times:
    weekdays: frozenset[int]
    opens: time
    closes: time


WEEK = [Times(frozenset({0, 1, 2, 3}), time(10), time(15))]
MONDAY = date(2026, 11, 23)
NONE: frozenset[date] = frozenset()


def at(day: int, clock: str) -> datetime:
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), LOCAL)


@pytest.mark.parametrize(
    ("moment", "open_now", "closes_at", "next_open"),
    [
        (at(23, "09:59:59.999999"), False, None, at(23, "10:00")),
        (at(23, "10:00"), True, at(23, "15:00"), None),
        (at(23, "14:59:59.999999"), True, at(23, "15:00"), None),
        (at(23, "15:00"), False, None, at(24, "10:00")),
        (at(26, "15:00"), False, None, at(30, "10:00")),  # Thursday afternoon to Monday
        (at(22, "00:00"), False, None, at(23, "10:00")),
    ],
)
def test_the_first_moment_is_open_and_the_last_is_not(
    moment: datetime, open_now: bool, closes_at: datetime | None, next_open: datetime | None
) -> None:
    assert line_state(WEEK, NONE, moment) == LineState(open_now, closes_at, next_open)


def test_a_closure_shuts_the_whole_day() -> None:
    state = line_state(WEEK, frozenset({MONDAY}), at(23, "11:00"))
    assert state == LineState(False, None, at(24, "10:00"))


def test_spans_may_come_in_any_order() -> None:
    split = [Times(frozenset({0}), time(13), time(17)), Times(frozenset({0}), time(9), time(12))]
    assert line_state(split, NONE, at(23, "08:00")).next_open == at(23, "09:00")
    assert line_state(split, NONE, at(23, "12:30")).next_open == at(23, "13:00")
    assert line_state(split, NONE, at(23, "13:00")).closes_at == at(23, "17:00")


def test_hours_may_be_a_generator() -> None:
    assert line_state((span for span in WEEK), NONE, at(23, "11:00")).open_now


def test_a_line_without_hours_is_shut_and_never_opens() -> None:
    assert line_state([], NONE, at(23, "11:00")) == LineState(False, None, None)


@pytest.mark.parametrize(("days", "opens"), [(LOOK_AHEAD_DAYS, True), (LOOK_AHEAD_DAYS + 1, False)])
def test_it_looks_sixty_days_ahead_and_no_further(days: int, opens: bool) -> None:
    shut = frozenset(MONDAY + timedelta(days=n) for n in range(days))
    every_day = [Times(frozenset(range(7)), time(10), time(15))]
    state = line_state(every_day, shut, at(23, "11:00"), bank_holiday=lambda day: False)
    opening = datetime.combine(MONDAY + timedelta(days=days), time(10), LOCAL)
    assert state.next_open == (opening if opens else None)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        line_state(WEEK, NONE, datetime(2026, 11, 23, 11))


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2026-12-25", True),
        ("2026-12-28", True),  # in place of Boxing Day
        ("2027-03-29", True),  # Easter Monday: England, not Scotland
        ("2026-08-31", True),  # the last Monday of August: England
        ("2026-08-03", False),  # the first Monday of August: Scotland only
        ("2027-03-17", False),  # Northern Ireland only
        ("2026-01-02", False),  # Scotland only
        ("2026-11-30", False),  # Scotland only
        ("2026-11-23", False),
    ],
)
def test_bank_holidays_are_england_s(day: str, holiday: bool) -> None:
    assert is_bank_holiday(date.fromisoformat(day)) is holiday
