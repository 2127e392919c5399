"""A date of birth typed as day, month and year: read, or said in a kind sentence what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from letters.school_age import is_25

DAY, MONTH, YEAR = "birth_day", "birth_month", "birth_year"
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SHORTEST_MONTH = 3


def birth_date(fields: Mapping[str, str]) -> date | None:
    """Give the date of `birth_day`, `birth_month` (a number or a name) and `birth_year`, or None."""
    day, month, year = _number(fields, DAY), _month(fields), _number(fields, YEAR)
    if day is None or month is None or year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def birth_problem(fields: Mapping[str, str], today: date) -> tuple[str, str] | None:
    """Give the field to look at again and what to do, or None if the date is empty or may be right.

    25 and over is a problem: the right to ask ends there (section 83(2), Children and Families Act 2014).
    """
    parts = {name: fields.get(name, "").strip() for name in (DAY, MONTH, YEAR)}
    if not any(parts.values()):
        return None
    missing = next((name for name, typed in parts.items() if not typed), None)
    if missing:
        return missing, "Please give the day, the month and the year, or leave all three empty."
    if len(parts[YEAR]) != 4 or _number(fields, YEAR) is None:
        return YEAR, "Please write the year with 4 digits, such as 2016."
    birth = birth_date(fields)
    if birth is None:
        return DAY, "The calendar has no such date. Please check the day, the month and the year."
    if birth > today:
        return YEAR, "This date is still to come. Please check the year."
    if is_25(birth, today):
        return (
            YEAR,
            "With this date they are 25 or older. The law lets people ask up to the day they become 25.",
        )
    return None


def _month(fields: Mapping[str, str]) -> int | None:
    typed = fields.get(MONTH, "").strip().lower()
    if len(typed) >= SHORTEST_MONTH:
        return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(typed)), None)
    return _number(fields, MONTH)


def _number(fields: Mapping[str, str], name: str) -> int | None:
    typed = fields.get(name, "").strip()
    return int(typed) if typed.isdecimal() and len(typed) <= 4 else None
