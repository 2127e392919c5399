"""Dates with a named month: 3 October 2026, 3rd of October, Oct 3rd, 3 October last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from days.folding import just_before
from days.found import Found
from days.impossible import Impossible, real_day
from days.months import month_number
from days.nearest import nearest_year
from days.numbered import full_year
from days.tense import speaks_of_the_future

_UNITS = (
    r"(?:st|nd|rd|th|am|pm|a\.m|p\.m|o'?clock|%|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|"
    r"children|kids|pupils|people|pounds|of|more|or|to|out|sessions?|and a half|"
    # The day of the next date is no year: "3 October, 25 November".
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d£$€#])(?<!\d[./:-])(?P<d>\d\d?)(?P<th> ?(?:st|nd|rd|th))?(?: of |[ ,./-]{0,2})(?:the )?"
    r"(?P<m>[a-z]{3,10})(?![a-z])"
)
_MONTH_FIRST = re.compile(
    r"(?<![a-z'])(?P<m>[a-z]{3,10})[ ./-]{0,2}(?:the )?(?<![£$€#])(?P<d>\d\d?)(?P<th>(?:st|nd|rd|th)\b)?"
    rf"(?![\d:/%])(?!\.\d)(?! ?{_UNITS}(?![a-z]))"
)
_YEAR = re.compile(
    r"[ ,./-]{0,3}(?:in |of )?(?:(?P<word>last|this|next) year\b|"
    r"(?P<odd>[1-9]\d{3,5}|20\d)(?![\d:/-])(?!\.\d)|"
    rf"(?<!\. )(?P<two>'?\d\d)(?![\d:/-])(?!\.\d)(?! ?{_UNITS}(?![a-z])))"
)
_NOT_A_DAY = re.compile(
    r"\b(?:years?|yr|age|aged|section|sections|reg|regs|regulation|para|paragraph|page|point|part|class|room|"
    r"stage|band|level|grade|chapter|step|rule|form|key stage|postcode) ?$"
)
_VERB_FOLLOWS = re.compile(r" (?:i|we|you|he|she|they|it|be|have|not|also|need|get|want|out|off|into)\b")
# What makes "3 May I" and "March 10" sure; "a group of 5 may" is not.
_SURE_BEFORE_DAY = re.compile(r"\b(?:on|dated|since) \Z")
_SURE_BEFORE_MONTH = re.compile(r"(?:\A\s*|\b(?:on|dated|since|from|of) )\Z")
# "In September 2 assistants left": a month after "in" has no day.
_IN = re.compile(r"\bin \Z")
_VERBS = ("may", "march", "mar")
_WORDS = {"last": -1, "this": 0, "next": 1}
_LIKELY_YEARS = range(-10, 3)


def named_dates(text: str, today: date) -> Iterator[Found]:
    """Give the dates with a named month of folded `text`, each with its year where it is written."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = month_number(match["m"])
            if month and not _is_something_else(match, text):
                end, value = _with_year(text, match, month, today)
                yield Found(match.start(), end, value)


def _is_something_else(match: re.Match[str], text: str) -> bool:
    """Tell "year 10 March" and "in September 2 left" from a date, and "may" and "march" the verbs."""
    before = just_before(text, match.start())
    if _NOT_A_DAY.search(before):
        return True
    if match["th"]:
        return False
    if match.re is _MONTH_FIRST and _IN.search(before):
        return True
    return match["m"] in _VERBS and _is_verb(match, text)


def _is_verb(match: re.Match[str], text: str) -> bool:
    """Tell "he is 5 may I ask" and "to march 10 miles" from a date: "may" and "march" are verbs too."""
    before = just_before(text, match.start())
    if match.re is _DAY_FIRST:
        return _VERB_FOLLOWS.match(text, match.end()) is not None and not _SURE_BEFORE_DAY.search(before)
    year = _YEAR.match(text, match.end())
    return not (year and year["odd"]) and not _SURE_BEFORE_MONTH.search(before)


def _with_year(text: str, match: re.Match[str], month: int, today: date) -> tuple[int, date | Impossible]:
    day, year = int(match["d"]), _YEAR.match(text, match.end())
    if year and year["word"]:
        return year.end(), real_day(today.year + _WORDS[year["word"]], month, day, today)
    if year and year["odd"]:
        # Three figures are a year with one missing; year 0 has no date and gets the right sentence.
        full = int(year["odd"]) if len(year["odd"]) > 3 else 0
        return year.end(), real_day(full, month, day, today)
    if year and year["two"]:
        full = full_year(year["two"], today)
        if "'" in year["two"] or full - today.year in _LIKELY_YEARS:
            return year.end(), real_day(full, month, day, today)
    future = speaks_of_the_future(text, match.start(), match.end())
    return match.end(), nearest_year(month, day, today, future=future)
