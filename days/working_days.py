"""England's bank holidays and working days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

_SATURDAY = 5


@lru_cache(maxsize=1)
def _england() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")


def is_bank_holiday(day: date) -> bool:
    """Tell whether `day` is a bank holiday in England, substitute days included."""
    return day in _england()


def is_working_day(day: date) -> bool:
    """Tell whether `day` is a Monday to Friday that is no bank holiday in England."""
    return day.weekday() < _SATURDAY and not is_bank_holiday(day)


def next_working_day(day: date) -> date:
    """Give the first working day that is not before `day`: the day itself if it is one."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
