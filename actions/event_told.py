"""What a date in a parent's words is the date of: a request, a decision letter, a draft plan, a review ..."""

from __future__ import annotations

import re
from datetime import date

from days.typed import read_dates
from deadlines.events import Event

# The topics whose questions a date can answer, and what the date is of unless the words say otherwise.
USUAL = {
    "ehc_timescale": Event.REQUEST,
    "ehc_request_how": Event.REQUEST,
    "ehc_refused_appeal": Event.DECISION,
    "mediation_tribunal": Event.DECISION,
    "ehc_annual_review": Event.REVIEW,
}
TOPICS = frozenset(
    {*USUAL, "ehc_plan_contents", "ehc_choose_school", "transition", "provision_not_delivered"}
)
WORDS: dict[Event, re.Pattern[str]] = {
    Event.CERTIFICATE: re.compile(r"\bcertificate\b", re.I),
    Event.DRAFT: re.compile(r"\bdraft\b", re.I),
    Event.NOTICE: re.compile(r"\b(amend\w*|notice)\b", re.I),
    Event.DECISION: re.compile(
        r"\b(refus\w+|decision|decided|said no|turned (us|him|her|it|me) down|no to|appeal\w*"
        r"|final (ehc )?plan|final ehcp)\b",
        re.I,
    ),
    Event.REVIEW: re.compile(r"\breviews?\b", re.I),
    Event.REQUEST: re.compile(
        r"\b(ask\w*|request\w*|appl\w+|sent|submitted|put in|handed in|wrote)\b"
        r".*\b(assess\w*|ehc\w*|council|la|request\w*)\b",
        re.I,
    ),
}
CLAUSE_ENDS = re.compile(r"[,;?!\n]+|\.\s")
LAST_DAY = re.compile(
    r"\b(?:last (?:day|date)|deadline|closing date|cut ?off|runs? out|expires?"
    r"|(?:have|got|only) (?:un)?till?)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"\b(?:when (?:do|does|will|should|must|is|can|are)|how long|how many|what (?:is|are|do|date)|by when"
    r"|do they|must they|should they|have i|do i)\b",
    re.IGNORECASE,
)


def event_told(text: str, today: date) -> Event | None:
    """Give what the date in a parent's words is the date of, if the words say so; None without a date.

    Words next to the date tell first, then all that is said before a question: "asked two weeks ago, when do
    I get a decision" is about a request.
    """
    clauses = [c for c in CLAUSE_ENDS.split(text) if read_dates(c, today) and not _is_last_day(c, today)]
    if not clauses:
        return None
    told = (" ".join(QUESTION.split(clause)[0] for clause in clauses), QUESTION.split(text)[0])
    return next((event for part in told for event, words in WORDS.items() if words.search(part)), None)


def _is_last_day(clause: str, today: date) -> bool:
    """Tell whether the date in the clause is a last day already: counting on from it would be wrong."""
    before = LAST_DAY.split(clause, maxsplit=1)[0]
    return before != clause and not read_dates(before, today)
