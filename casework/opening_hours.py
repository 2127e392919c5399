"""When a phone line is answered, in local time; one pure function behind every mention of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from days.working_days import is_bank_holiday

# Its public name stays here: callers and tests of the opening hours ask for it.
__all__ = ["LOCAL", "LOOK_AHEAD_DAYS", "LineState", "Span", "is_bank_holiday", "line_state"]

LOCAL = ZoneInfo("Europe/London")
LOOK_AHEAD_DAYS = 60


class Span(Protocol):
    """Opening times on some weekdays (0 is Monday)."""

    @property
    def weekdays(self) -> frozenset[int]:
        """Days of the week, 0 is Monday."""

    @property
    def opens(self) -> time:
        """First moment of the span."""

    @property
    def closes(self) -> time:
        """First moment after the span."""


@dataclass(frozen=True)
class LineState:
    """Whether the line is open; `closes_at` while it is, `next_open` while it is not (local times)."""

    open_now: bool
    closes_at: datetime | None
    next_open: datetime | None


def line_state(
    hours: Iterable[Span],
    closures: frozenset[date],
    now: datetime,
    bank_holiday: Callable[[date], bool] = is_bank_holiday,
) -> LineState:
    """Give the line's state at `now` (any time zone; naive is refused).

    Shut on bank holidays and `closures`. `next_open` is None if nothing opens within 60 days.
    Raises ValueError for a naive `now`.
    """
    if now.tzinfo is None:
        raise ValueError("the time needs a time zone")
    spans = list(hours)
    for opens, closes in _openings(spans, closures, now.astimezone(LOCAL).date(), bank_holiday):
        if now < opens:
            return LineState(False, None, opens)
        if now < closes:
            return LineState(True, closes, None)
    return LineState(False, None, None)


def _openings(
    spans: list[Span],
    closures: frozenset[date],
    first: date,
    bank_holiday: Callable[[date], bool],
) -> Iterator[tuple[datetime, datetime]]:
    for offset in range(LOOK_AHEAD_DAYS + 1):
        day = first + timedelta(days=offset)
        if day in closures or bank_holiday(day):
            continue
        for span in sorted((s for s in spans if day.weekday() in s.weekdays), key=lambda s: s.opens):
            yield (
                datetime.combine(day, span.opens, LOCAL),
                datetime.combine(day, span.closes, LOCAL),
            )
