"""Days counted from today: today, yesterday, two weeks ago, in two weeks. dateparser does the counting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

import dateparser

from days.folding import just_before
from days.found import Found
from days.impossible import near

_NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|\d{1,3})"
)
_SPAN = rf"(?<![\d.-]){_NUMBER} (?:days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?)"
# "Within 6 weeks" and "a decision in 6 weeks" are lengths of time, so a day to come needs surer words.
_SURE = r"\A\s*|\b(?:is|it's|its|be|meeting|review|hearing|appointment|starts) "
_PHRASE = re.compile(
    r"\b(?P<named>(?:the )?day (?:before yesterday|after (?:tomorrow|tommorow|tomorow))|today|"
    r"yest(?:e|u)rda?y|tomm?orr?ow)\b"
    rf"|(?<![a-z])(?P<ago>(?:a )?couple (?:of )?(?:days|weeks|months|years)|{_SPAN}) ago\b(?: today\b)?"
    rf"|(?P<hence>{_SPAN}) from (?:now|today)\b"
    rf"|(?:{_SURE})in (?P<sure>{_SPAN})(?:'? time)?(?! of\b)\b"
    rf"|\bin (?P<time>{_SPAN})'? time\b"
)
# "No review in 6 weeks" is a length of time.
_NONE_SUCH = re.compile(r"(?:\b(?:no|not|never|any|without)|n't)\b[^.!?;\n]{0,60}\Z")
# "A week tomorrow" and "12 weeks today" are neither tomorrow nor today.
_LENGTH = re.compile(r"\b(?:days|weeks?|fortnight|months?|years?) \Z")
# Spellings that dateparser does not know.
_PLAIN_WORDS = (
    (re.compile(r"\b(?:a )?couple (?:of )?"), "2 "),
    (re.compile(r"\bwks?\b"), "weeks"),
    (re.compile(r"\bmths?\b"), "months"),
    (re.compile(r"\byrs?\b"), "years"),
    (re.compile(r"\byest(?:e|u)rda?y\b"), "yesterday"),
    (re.compile(r"\btomm?orr?ow\b"), "tomorrow"),
)


def relative_dates(text: str, today: date) -> Iterator[Found]:
    """Give the days of folded `text` that are counted from `today`; months end where the month does."""
    for match in _PHRASE.finditer(text):
        if match["sure"] and _NONE_SUCH.search(just_before(text, match.end())):
            continue
        if match["named"] and _LENGTH.search(just_before(text, match.start())):
            continue
        day = _interpret(_snippet(match), today)
        if day is not None:
            yield Found(match.start(), match.end(), near(day, today))


def _snippet(match: re.Match[str]) -> str:
    if match["named"]:
        return match["named"]
    if match["ago"]:
        return f"{match['ago']} ago"
    return f"in {match['hence'] or match['sure'] or match['time']}"


def _interpret(snippet: str, today: date) -> date | None:
    for pattern, plain in _PLAIN_WORDS:
        snippet = pattern.sub(plain, snippet)
    moment = dateparser.parse(
        snippet,
        languages=["en"],
        # Only the relative parser: the others would read words that our own readers have refused.
        settings={
            "PARSERS": ["relative-time"],
            "RELATIVE_BASE": datetime.combine(today, time()),
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return moment.date() if moment else None
