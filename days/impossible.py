"""Dates that cannot be: days the calendar does not have, and years far from now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from days.months import MONTHS, days_in

MOST_YEARS = 30


class Problem(StrEnum):
    """Why a date cannot be meant."""

    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_MONTH = "no_such_month"
    ODD_YEAR = "odd_year"
    FAR_AWAY = "far_away"


@dataclass(frozen=True)
class Impossible:
    """Something written as a date that cannot be one; `sentence` says so kindly to the parent."""

    what: Problem
    sentence: str


def real_day(year: int, month: int, day: int, today: date) -> date | Impossible:
    """Give the date, or say why there is none.

    `year` is the full year, of any size. Dates more than 30 years from `today` are not meant either.
    """
    if not 1 <= month <= 12:
        return Impossible(
            Problem.NO_SUCH_MONTH,
            f"There is no month {month}. Please write the day first and then the month, like 3 October 2026.",
        )
    if not date.min.year <= year <= date.max.year:
        return Impossible(
            Problem.ODD_YEAR,
            "I think there is a slip in the year. Please write it with 4 numbers, like 2026.",
        )
    if not 1 <= day <= days_in(year, month):
        return no_such_day(month, day, year)
    return near(date(year, month, day), today)


def no_such_day(month: int, day: int, year: int | None = None) -> Impossible:
    """Say that `month` has no such day; `year` matters to 29 February alone."""
    leap = f" in {year}" if year is not None and (month, day) == (2, 29) else ""
    sentence = f"There is no {day} {MONTHS[month - 1].title()}{leap}. Please check the day and the month."
    return Impossible(Problem.NO_SUCH_DAY, sentence)


def near(day: date, today: date) -> date | Impossible:
    """Give `day` back if it is within 30 years of `today`, before or after."""
    years, later = sorted((day, today))
    if (later.year - years.year, later.month, later.day) > (MOST_YEARS, years.month, years.day):
        return Impossible(
            Problem.FAR_AWAY, f"That date is more than {MOST_YEARS} years from today. Please check the year."
        )
    return day
