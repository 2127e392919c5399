"""Whether the words before a date speak of a day to come."""

from __future__ import annotations

import re

from days.folding import just_before

_CLAUSE_ENDS = re.compile(r"[!?;\n]|\.(?!\d)")
_TO_COME = re.compile(
    r"\b(?:will be|will happen|will take place|going to be|is on|are on|its on|"
    r"is booked|booked (?:for|on)|"
    r"(?:planned|scheduled|arranged) (?:for|on)|is due|due (?:on|by)|takes place|"
    r"runs out|ends|expires|upcoming|coming up|"
    r"have until|got until|deadline is|(?:meeting|review|hearing|appointment) is|next|starts)\b|'s on\b"
)
_GONE = re.compile(
    r"\b(?:was|were|had|got|received|recieved|sent|dated|since|came|arrived|wrote|issued|refused|decided|asked|"
    r"applied|requested|happened|served|posted|emailed|handed|last)\b"
)
_COMING_AFTER = re.compile(r" ?,? ?(?:coming|coming up|upcoming)\b")


def speaks_of_the_future(text: str, start: int, end: int) -> bool:
    """Tell whether the clause around the date at `text[start:end]` (folded) speaks of the future.

    The nearest words before the date decide: "they said it will be on" does, "it will be a year since" not.
    """
    if _COMING_AFTER.match(text, end):
        return True
    before = _CLAUSE_ENDS.split(just_before(text, start))[-1]
    return _last(_TO_COME, before) > _last(_GONE, before)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
