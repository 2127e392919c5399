"""What each deadline's id stands for, on any day."""

from __future__ import annotations

from datetime import date
from functools import cache

from deadlines.clock import deadlines
from deadlines.deadline import Deadline
from deadlines.events import Event

_ANY_DAY = date(2026, 1, 5)


def step(deadline_id: str) -> Deadline | None:
    """Give the deadline of this id, or None. Its title, `whose` and `source` hold; the rest is of no day."""
    return _steps().get(deadline_id)


@cache
def _steps() -> dict[str, Deadline]:
    return {one.id: one for event in Event for one in deadlines(event, _ANY_DAY, decision=_ANY_DAY)}
