"""Opening hours against an oracle of our own: every quarter of an hour of 2026 and 2027.

The oracle knows nothing of time zone data or holiday packages. It steps through UTC and adds an hour in
summer by the rule: last Sunday of March to last Sunday of October, at 01:00 UTC. Its bank holidays are a
list written out by hand, from memory: nobody has compared it with gov.uk yet. It finds what opens next
by walking backwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from casework.opening_hours import LOCAL, LineState, line_state

QUARTER = timedelta(minutes=15)
FIRST, LAST = datetime(2026, 1, 1), datetime(2028, 1, 1)
BANK_HOLIDAYS = {
    *(date(2026, *day) for day in [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
    *(date(2027, *day) for day in [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    date(2028, 1, 3),
    # Christmas and Boxing Day themselves stay holidays where a weekday is given in their place.
    *(date(2026, 12, 26), date(2027, 12, 25), date(2027, 12, 26), date(2028, 1, 1)),
}


@dataclass(frozen=True)
class Times:
    weekdays: frozenset[int]
    opens: time
    closes: time


BATHNES = [Times(frozenset({0, 1, 2, 3}), time(10), time(15))]
WITH_LUNCH = [
    Times(frozenset(range(5)), time(13), time(17, 30)),
    Times(frozenset({0, 2, 4, 5}), time(8, 15), time(12, 45)),
]
NEARLY_ALWAYS = [Times(frozenset(range(7)), time(0, 15), time(23, 45))]
CLOSURES = frozenset({date(2026, 12, 24), date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)})


def last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


SUMMERS = [
    tuple(datetime.combine(last_sunday(year, month), time(1)) for month in (3, 10))
    for year in (2026, 2027, 2028)
]


def wall_clock(moment: datetime) -> datetime:
    """Give what a clock in England shows at a moment of UTC (both without zone)."""
    summer = any(start <= moment < end for start, end in SUMMERS)
    return moment + timedelta(hours=1) if summer else moment


def is_open(hours: list[Times], closures: frozenset[date], clock: datetime) -> bool:
    if clock.date() in closures | BANK_HOLIDAYS:
        return False
    return any(s.opens <= clock.time() < s.closes for s in hours if clock.weekday() in s.weekdays)


def expected(hours: list[Times], closures: frozenset[date]) -> Iterator[tuple[datetime, bool, datetime]]:
    """Give, from the last quarter to the first: the moment, if it is open, and when that next changes."""
    moment = LAST + timedelta(days=60)
    state, changes = is_open(hours, closures, wall_clock(moment)), None
    while moment > FIRST:
        earlier = moment - QUARTER
        before = is_open(hours, closures, wall_clock(earlier))
        if before != state:
            state, changes = before, moment
        moment = earlier
        if moment < LAST:
            assert changes is not None
            yield moment, state, changes


def as_utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment else None


@pytest.mark.parametrize(
    ("hours", "closures"),
    [(BATHNES, frozenset()), (BATHNES, CLOSURES), (WITH_LUNCH, CLOSURES), (NEARLY_ALWAYS, frozenset())],
    ids=["bathnes", "bathnes-closed-at-christmas", "with-lunch-and-saturday", "nearly-always"],
)
def test_every_quarter_of_an_hour_of_two_years_is_right(
    hours: list[Times], closures: frozenset[date]
) -> None:
    checked, wrong = 0, []
    for moment, open_now, changes in expected(hours, closures):
        state = line_state(hours, closures, moment.replace(tzinfo=UTC))
        right = (open_now, changes if open_now else None, None if open_now else changes)
        if (state.open_now, as_utc(state.closes_at), as_utc(state.next_open)) != right:
            wrong.append((moment, state, right))
        checked += 1
    assert checked == (LAST - FIRST) / QUARTER == 70_080
    assert wrong[:3] == []


@pytest.mark.parametrize(
    "sunday", [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)]
)
@pytest.mark.parametrize(
    "zone", [LOCAL, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-11))]
)
def test_the_sender_s_own_time_zone_changes_nothing_around_the_clock_changes(sunday: date, zone) -> None:
    start = datetime.combine(sunday, time(0), UTC) - timedelta(days=3)
    for step in range(7 * 96):
        moment = start + step * QUARTER
        for hours in (BATHNES, WITH_LUNCH, NEARLY_ALWAYS):
            there = line_state(hours, CLOSURES, moment.astimezone(zone))
            assert there == line_state(hours, CLOSURES, moment), moment


def test_the_oracle_knows_both_clock_changes_and_that_the_lists_matter() -> None:
    assert [start.date().isoformat() for start, _ in SUMMERS[:2]] == ["2026-03-29", "2027-03-28"]
    assert [end.date().isoformat() for _, end in SUMMERS[:2]] == ["2026-10-25", "2027-10-31"]
    easter_monday = datetime(2026, 4, 6, 11, tzinfo=LOCAL)
    never = line_state(BATHNES, frozenset(), easter_monday, bank_holiday=lambda day: False)
    assert never.open_now
    assert line_state(BATHNES, frozenset(), easter_monday) == LineState(
        False, None, datetime(2026, 4, 7, 10, tzinfo=LOCAL)
    )
