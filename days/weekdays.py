"""Days of the week: Tuesday, last Tuesday, Tuesday last week, next Friday. Never today itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from days.folding import just_before
from days.found import Found
from days.tense import speaks_of_the_future

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
}
# "sat" and "wed" are verbs, "sun" shines: only after words that want a day.
_DOUBTFUL = ("sat", "wed", "sun", "mon")
# Misspelt days still end like one, and most other words need not be compared.
_LEAST_LETTERS, _CLOSE, _ENDINGS = 6, 0.85, ("ay", "dy", "ya")
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_COUNT = r"(?:a|one|two|three|four|\d) weeks?"
_DAY = re.compile(
    rf"(?:\b(?:(?P<ago>{_COUNT}) ago (?:on |last )?|(?P<more>{_COUNT}) (?:last |past )))?"
    r"(?:\b(?P<word>last|next|this|on|by|since|until|past|coming|before|after) (?:the )?)?"
    r"(?<![a-z'])(?!(?:last|next|this|past|coming) )(?P<day>[a-z]{3,10})(?![a-z])(?!'[a-rt-z])(?:'s)?"
    rf"(?: (?:(?:of )?(?P<of>last|next|this) week\b|(?P<back>{_COUNT}) ago\b))?"
)
# A habit, a feast or a pair of days is no date.
_NOT_ONE_DAY = re.compile(r"\b(?:every|each|most|good|black|easter|whit|ash|shrove|palm|or|to|any|a) $|- ?$")
# "A week on Tuesday", "12 weeks on Monday" are not that Tuesday or Monday.
_LENGTH = re.compile(r"\b(?:days|weeks?|fortnight|months?|years?) \Z")
_NOT_ONE_DAY_AFTER = re.compile(
    r" ?- ?[a-z]| to [a-z]+day| (?:week|nav|nappy|school|club|cream|hat|glasses|league)\b"
)
_NOW = {"last": -1, "this": 0, "next": 1}


def weekday_dates(text: str, today: date) -> Iterator[Found]:
    """Give the days of the week of folded `text` as dates near `today`."""
    for match in _DAY.finditer(text):
        number = _weekday(match)
        if number is None or _NOT_ONE_DAY_AFTER.match(text, match.end()):
            continue
        if match["word"] in (None, "on") and _LENGTH.search(just_before(text, match.start())):
            continue
        if not match["word"] and _NOT_ONE_DAY.search(just_before(text, match.start())):
            continue
        yield Found(match.start(), match.end(), _date(match, number, text, today))


def _weekday(match: re.Match[str]) -> int | None:
    word, sure = match["day"], match["word"] in ("last", "next", "this", "on")
    if word in _DOUBTFUL and not (sure or match["of"]):
        return None
    if word == "sun":
        return 6
    if word in _NAMES:
        return _NAMES.index(word)
    if word in _SHORT or len(word) < _LEAST_LETTERS or word[-2:] not in _ENDINGS:
        return _SHORT.get(word)
    close = get_close_matches(word, _NAMES, 1, _CLOSE)
    return _NAMES.index(close[0]) if close else None


def _date(match: re.Match[str], number: int, text: str, today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    weeks_ago = match["ago"] or match["back"]
    if weeks_ago:
        return monday + timedelta(days=number - 7 * _count(weeks_ago))
    if match["of"]:
        return monday + timedelta(days=number + 7 * _NOW[match["of"]])
    back = (today.weekday() - number - 1) % 7 + 1
    if match["more"]:
        return today - timedelta(days=back + 7 * _count(match["more"]))
    if match["word"] == "this":
        return monday + timedelta(days=number)
    to_come = match["word"] in ("next", "coming", "by") or (
        match["word"] not in ("last", "past") and speaks_of_the_future(text, match.start(), match.end())
    )
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1 if to_come else -back)


def _count(written: str) -> int:
    number = written.split()[0]
    return _COUNTS.get(number) or int(number)
