"""Months: their names as people spell them, and counting in whole months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from difflib import get_close_matches

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9, "febr": 2}
# Shorter words are too close to other words ("much", "just") for a guess.
_LEAST_LETTERS = 5
_CLOSE = 0.8
# English words that stand after a number and look like a misspelt month.
_OTHER_WORDS = frozenset({"match", "marsh", "chapter"})


def month_number(word: str) -> int | None:
    """Give the number (1 to 12) of the month that lower-case `word` names, or None.

    Takes full names, usual short forms, and misspellings of five letters or more ("ocotber", "febuary").
    """
    if word in MONTHS:
        return MONTHS.index(word) + 1
    if word in _SHORT:
        return _SHORT[word]
    if len(word) < _LEAST_LETTERS or word in _OTHER_WORDS:
        return None
    close = get_close_matches(word, MONTHS, 1, _CLOSE)
    return MONTHS.index(close[0]) + 1 if close else None


def days_in(year: int, month: int) -> int:
    """Give the number of days of a month: 28 to 31."""
    return monthrange(year, month)[1]


def add_months(day: date, months: int) -> date:
    """Give the same day of the month `months` later (or earlier, below 0), cut to that month's last day.

    31 December and 2 months is 28 or 29 February. Raises ValueError beyond the years 1 to 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, days_in(year, month)))
