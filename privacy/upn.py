"""Unique pupil numbers: a check letter, eleven digits, and a digit or (temporary number) a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.found import UPN, Found

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

_BARE = re.compile(
    r"(?<![A-Z0-9])[A-Z](?:[ -](?=[1-9]))?\d{2,11}(?:[ -]?\d{2,11}){0,5}[ -]?[A-Z0-9]{1,5}(?![A-Z0-9])",
    re.I | re.A,
)
_LABELLED = re.compile(
    r"(?<![A-Z])(?:UPN|unique pupil n(?:umber|o))(?:'?s)?(?:\W{1,3}\w{1,12}){0,5}?\W{0,4}?"
    r"(?P<upn>(?<![A-Z0-9])[A-Z](?:[ -]?\d){11}[ -]?[A-Z0-9])(?![A-Z0-9])",
    re.I | re.A,
)


def check_letter(rest: str) -> str:
    """Give the check letter for the twelve characters after it (upper case); "" if one has no value."""
    values = [int(sign) if sign.isdigit() else LETTERS.find(sign) for sign in rest]
    if len(values) != 12 or min(values) < 0:
        return ""
    return LETTERS[sum(weight * value for weight, value in enumerate(values, 2)) % 23]


def is_upn(written: str) -> bool:
    """Tell whether `written` (spaces and dashes allowed) is a UPN with the right check letter."""
    upn = re.sub(r"[ -]", "", written).upper()
    return re.fullmatch(r"[A-Z]\d{11}[A-Z0-9]", upn, re.A) is not None and check_letter(upn[1:]) == upn[0]


def upns(text: str) -> Iterator[Found]:
    """Find UPNs in folded `text`: valid ones anywhere, and anything of the form after the word UPN."""
    for match in _LABELLED.finditer(text):
        yield Found(*match.span("upn"), UPN)
    for match in _BARE.finditer(text):
        if is_upn(match.group()):
            yield Found(match.start(), match.end(), UPN)
