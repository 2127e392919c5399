"""Dates of birth in bare digits or ordinals, which only a word of birth right before them gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.found import BIRTH, Found

_WORD = r"(?<![^\W_])(?:d[. ]{0,2}o[. ]{0,2}b|(?:date of )?birth(?:day|date)?|bday|born)(?![^\W_])"
_GAP = r"\W{0,4}(?:(?:is|was|on|the|are)\W{1,3}){0,3}"
_DAY, _MONTH, _YEAR = r"[0-3]?\d", r"[01]?\d", r"(?:(?:19|20)\d\d|\d\d)"
_LOOSE = re.compile(
    rf"{_WORD}{_GAP}(?P<date>"
    rf"{_DAY}[ |,_\\:./-]{{1,3}}{_MONTH}[ |,_\\:./-]{{1,3}}{_YEAR}"
    rf"|{_DAY}(?:st|nd|rd|th)?(?: of)?(?: the)? {_MONTH}(?:st|nd|rd|th)(?: of)?(?: the)?[ ,]{{1,2}}{_YEAR}"
    rf"|[0-3]\d[01]\d{_YEAR}|(?:19|20)\d\d[01]\d[0-3]\d"
    rf")(?!\d)(?![.:]\d)",
    re.I,
)


def birth_digits(text: str) -> Iterator[Found]:
    """Find "dob 04 05 2017", "DOB 040517" and "born 4th of the 5th 2017" in folded `text`."""
    for match in _LOOSE.finditer(text):
        yield Found(*match.span("date"), BIRTH)
