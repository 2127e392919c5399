"""How long is left, and when a person has to help."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from deadlines.deadline import Deadline

# With two weeks or less, an adviser can still help in time.
HAND_OVER_DAYS = 14


def days_left(on: date, today: date) -> int:
    """Give the days from `today` to `on`: 0 on the last day itself, below 0 after it."""
    return (on - today).days


def must_hand_over(deadlines: Iterable[Deadline], today: date) -> bool:
    """Tell whether the advice line must be offered now.

    It must if a parent has 14 days or less left, or is late, or if anyone else's last day has passed.
    """
    return any(
        days_left(one.on, today) <= (HAND_OVER_DAYS if one.whose == "parent" else -1) for one in deadlines
    )
