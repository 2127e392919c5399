"""What each reader of dates gives back: where a date stands in the text, and which one it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from days.impossible import Impossible


@dataclass(frozen=True)
class Found:
    """A date at `text[start:end]` of a folded text."""

    start: int
    end: int
    value: date | Impossible
