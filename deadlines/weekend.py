"""Last days on which post and offices rest. The law we have says nothing of them, so they do not move."""

from __future__ import annotations

from datetime import date

from days.working_days import is_bank_holiday, is_working_day


def not_a_working_day(day: date) -> str:
    """Give a sentence that warns of a last day on a weekend or bank holiday, or ""."""
    if is_working_day(day):
        return ""
    name = "bank holiday" if is_bank_holiday(day) else f"{day:%A}"
    return f"It falls on a {name}. Do not wait for the next working day; send it before."
