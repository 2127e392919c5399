"""Full dates: day, month and year in the usual British, American and ISO writings. Never a year alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary|uray)?|feb(?:r?uary|uray|r)?|mar(?:ch)?|apr(?:il|l)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember|emeber)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?P<day>[0-3]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d)"
_NOT_INSIDE = r"(?<!\d)(?<!\d[./-])(?<![£$€])"
_NOT_MORE = r"(?!\d)(?![./-]\d)"
_NO_TIME = (
    r"(?!\d)(?![:.]\d)(?! ?(?:am|pm|a\.m|p\.m|o'?clock|st|nd|rd|th|of|hours?|hrs?|weeks?|days?|%)\b)"
    r"(?!-? ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)

_NUMERIC = re.compile(
    rf"{_NOT_INSIDE}(?P<day>\d\d?) ?(?P<sep>[./-]) ?(?P<month>\d\d?) ?(?P=sep) ?(?P<year>(?:19|20)\d\d|\d\d)"
    rf"(?!\d)(?!(?P=sep)\d)"
)
_ISO = re.compile(
    rf"{_NOT_INSIDE}(?P<year>(?:19|20)\d\d)(?P<sep>[./-])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_NOT_MORE}"
)
_DAY_FIRST = re.compile(
    rf"(?<![\d.:£$€]){_DAY} ?(?:st|nd|rd|th)?[ ,/.-]{{0,2}}(?:of )?(?:the )?{_MONTH}[ ,/.-]{{0,3}}"
    rf"{_YEAR}{_NO_TIME}",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"(?<![a-z]){_MONTH}[ .-]{{0,2}}(?:the )?{_DAY}(?:st|nd|rd|th)?(?:[ ,.-]{{1,3}}|(?<=[a-z]))"
    rf"{_YEAR}{_NO_TIME}",
    re.I,
)
_ENDED = re.compile(r" {0,2}(?:$|[,;.)!?\n\]-])")


@dataclass(frozen=True)
class FullDate:
    """A date in the text.

    `day` is None where the calendar has no such day; `plain` is False where only words of birth can make sure
    that it is a date at all.
    """

    start: int
    end: int
    day: date | None
    plain: bool


def full_dates(text: str, today: date) -> list[FullDate]:
    """Give the full dates of folded `text`, left to right; two-digit years are not after `today`."""
    taken = bytearray(len(text))
    found: list[FullDate] = []
    for pattern in (_ISO, _NUMERIC, _DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(_read(match, text, today))
    return sorted(found, key=lambda one: one.start)


def starts_with_date(text: str, place: int) -> bool:
    """Tell whether a numeric date that the calendar knows begins at `place`."""
    match = _NUMERIC.match(text, place)
    return match is not None and _calendar(2000, int(match["month"]), int(match["day"])) is not None


def age_at(today: date, birth: date) -> int:
    """Give the age in full years of someone born on `birth`."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def _read(match: re.Match[str], text: str, today: date) -> FullDate:
    written = match["month"].lower()
    named = not written.isdigit()
    month = _MONTHS.index(written[:3]) + 1 if named else int(written)
    number, short = int(match["day"]), len(match["year"]) < 4
    year = _full_year(match["year"], today)
    day = _calendar(year, month, number)
    american = None if named else _calendar(year, number, month)
    plain = day is not None or (american is not None and not short)
    if named and short:
        plain = plain and _is_sure_year(match, text)
    before = text[max(0, match.start() - 1) : match.start()]
    plain = plain and not before.isalpha() and before not in ("/", "=")
    return FullDate(match.start(), match.end(), day or american, plain)


def _is_sure_year(match: re.Match[str], text: str) -> bool:
    """Tell "4 May '17", "4-May-17" and "4 May 17." from a day and the next number."""
    if "'" in match["year"]:
        return True
    gap = text[match.end("month") : match.start("year")]
    return gap in {"-", "/", "."} or (gap == " " and _ENDED.match(text, match.end()) is not None)


def _full_year(written: str, today: date) -> int:
    year = int(written.lstrip("'"))
    if len(written) == 4:
        return year
    century = today.year - today.year % 100
    return century + year if year <= today.year % 100 else century - 100 + year


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
