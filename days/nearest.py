"""Which year, or which month, a date without one stands for."""

from __future__ import annotations

from datetime import date

from days.impossible import Impossible, no_such_day
from days.months import days_in

# 29 February comes back after 8 years where a century is no leap year (1896, 1904).
_YEARS_TO_LOOK = 9
_LEAP_YEAR = 2024


def nearest_year(month: int, day: int, today: date, *, future: bool) -> date | Impossible:
    """Give the latest such date not after `today`; with `future`, the earliest not before it."""
    if not 1 <= day <= days_in(_LEAP_YEAR, month):
        return no_such_day(month, day)
    step = 1 if future else -1
    years = (today.year + step * n for n in range(_YEARS_TO_LOOK))
    days = (date(year, month, day) for year in years if day <= days_in(year, month))
    return next(found for found in days if (found - today).days * step >= 0)


def nearest_month(day: int, today: date, *, future: bool) -> date:
    """Give the latest such day (1 to 31) not after `today`; with `future`, the earliest not before it."""
    step = 1 if future else -1
    months = (divmod(today.year * 12 + today.month - 1 + step * n, 12) for n in range(12))
    days = (date(year, month + 1, day) for year, month in months if day <= days_in(year, month + 1))
    return next(found for found in days if (found - today).days * step >= 0)
