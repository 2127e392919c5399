"""Dates in figures alone: 3/10/2026, 03-10-26, 3.10.26, 2026-10-03. Day first, as people in England write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from days.folding import just_before
from days.found import Found
from days.impossible import real_day
from days.nearest import nearest_year
from days.tense import speaks_of_the_future

_ALONE = r"(?<!\d)(?<!\d[./-])(?<![£$€#@a-z])"
_ENDS = r"(?![\d@])(?![./-]\d)(?!%)"
_YEAR_FIRST = re.compile(rf"{_ALONE}(?P<y>(?:19|20)\d\d)([./-])(?P<m>\d\d?)\2(?P<d>\d\d?)(?:(?=t\d)|{_ENDS})")
_DAY_FIRST = re.compile(
    rf"{_ALONE}(?P<d>\d\d?) ?([./-]) ?(?P<m>\d\d?) ?\2 ?(?P<y>[1-9]\d{{3,4}}|'?\d\d){_ENDS}"
)
_SPACED = re.compile(rf"{_ALONE}(?<!\d )(?P<d>\d\d?) (?P<m>\d\d?) (?P<y>20\d\d){_ENDS}(?! ?\d)")
_RUN_TOGETHER = re.compile(r"\A\s*(?P<d>\d\d)(?P<m>\d\d)(?P<y>20\d\d)[\s.]*\Z")
# Two figures are mostly a score, a share or "24/7": a date only where the words around make it sure.
_NO_YEAR = re.compile(
    r"(?:\A\s*(?=\S+[\s.!]*\Z)|\b(?:on|dated|since|from|by|until) )"
    r"(?!24/7)(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?![\d%])(?![./-]\d)"
    r"(?! ?(?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_REFERENCE = re.compile(r"\b(?:ref|reference|sort code|case|account|number)[ .:#]*\Z")


def numbered_dates(text: str, today: date) -> Iterator[Found]:
    """Give the dates in figures of folded `text`; a year of two figures is the one nearest to `today`."""
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _SPACED, _RUN_TOGETHER):
        for match in pattern.finditer(text):
            if _REFERENCE.search(just_before(text, match.start())):
                continue
            year = full_year(match["y"], today)
            value = real_day(year, int(match["m"]), int(match["d"]), today)
            yield Found(match.start("d" if pattern is not _YEAR_FIRST else "y"), match.end(), value)
    for match in _NO_YEAR.finditer(text):
        start, month, day = match.start("d"), int(match["m"]), int(match["d"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            future = speaks_of_the_future(text, start, match.end())
            yield Found(start, match.end(), nearest_year(month, day, today, future=future))


def full_year(written: str, today: date) -> int:
    """Give the full year of "2026", "26" or "'26"; of the centuries, the one nearest to `today`."""
    year = int(written.lstrip("'"))
    if len(written.lstrip("'")) > 2:
        return year
    century = today.year - today.year % 100
    return min(
        (century + year, century + year - 100, century + year + 100), key=lambda y: abs(y - today.year)
    )
