"""The dates that a parent typed, anywhere in a message. UK order, day first; a day, never a time."""

from __future__ import annotations

import re
from datetime import date

from days.folding import fold
from days.found import Found
from days.impossible import Impossible
from days.named import named_dates
from days.numbered import numbered_dates
from days.ordinal import ordinal_dates
from days.relative import relative_dates
from days.weekdays import weekday_dates

# In this order: where two readers claim the same words, the surer or the longer shape comes first.
_READERS = (numbered_dates, named_dates, weekday_dates, relative_dates, ordinal_dates)
_SAME_DATE = re.compile(r"[\s,(]*(?:the )?\Z")


def read_date(text: str, today: date) -> date | Impossible | None:
    """Give the first date in `text`, Impossible where it cannot be one, or None where there is none.

    A date without a year is the latest not after `today`, unless the words before it speak of the future.
    """
    return next(iter(read_dates(text, today)), None)


def read_dates(text: str, today: date) -> list[date | Impossible]:
    """Give the different dates in `text` in the order in which they stand there."""
    folded = fold(text)
    taken = bytearray(len(folded))
    weekdays: list[Found] = []
    others: list[Found] = []
    for reader in _READERS:
        for one in reader(folded, today):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\x01" * (one.end - one.start)
                (weekdays if reader is weekday_dates else others).append(one)
    found = others + [one for one in weekdays if not _is_part_of_another(one, others, folded)]
    return list(dict.fromkeys(one.value for one in sorted(found, key=lambda one: one.start)))


def _is_part_of_another(weekday: Found, others: list[Found], text: str) -> bool:
    """Tell whether a day of the week only adds to a date beside it: "Tuesday 3 October", "today, Tuesday"."""
    return any(
        (weekday.end <= other.start and _SAME_DATE.match(text[weekday.end : other.start]))
        or (other.end <= weekday.start and _SAME_DATE.match(text[other.end : weekday.start]))
        for other in others
    )
