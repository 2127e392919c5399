"""Dates of birth: full dates next to words of birth, and bare full dates that fit a child or young person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from privacy.birth_context import Sense, sense_of
from privacy.dates import FullDate, age_at, full_dates
from privacy.folding import DATE
from privacy.found import BIRTH, Found

YOUNGEST, OLDEST = 3, 25
"""Ages between which a date without any context is taken for a date of birth."""


def labelled_births(text: str, today: date) -> Iterator[Found]:
    """Find dates next to words of birth in folded `text`."""
    for one, sense in _judged(text, today):
        if sense is Sense.BIRTH:
            yield Found(one.start, one.end, BIRTH)


def bare_births(text: str, today: date) -> Iterator[Found]:
    """Find dates without any context at which someone was born who is 3 to 25 years old at `today`."""
    for one, sense in _judged(text, today):
        young = one.day is not None and YOUNGEST <= age_at(today, one.day) <= OLDEST
        if sense is Sense.UNKNOWN and one.plain and young:
            yield Found(one.start, one.end, BIRTH)


def _judged(text: str, today: date) -> Iterator[tuple[FullDate, Sense]]:
    """Give each date with what its words say; a date after "to" or "and" is like the date before it."""
    dates = full_dates(text, today)
    blank = _blanked(text, dates)
    last = Sense.UNKNOWN
    for one in dates:
        sense = sense_of(blank, one.start, one.end)
        last = last if sense is Sense.SAME else sense
        yield one, last


def _blanked(text: str, dates: list[FullDate]) -> str:
    pieces, place = [], 0
    for one in dates:
        pieces += [text[place : one.start], DATE * (one.end - one.start)]
        place = one.end
    return "".join([*pieces, text[place:]])
