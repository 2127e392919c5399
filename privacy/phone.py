"""Phone numbers in every usual British writing, and foreign ones with + or 00."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from privacy.dates import starts_with_date
from privacy.digit_groups import Group, chains, joined
from privacy.found import PHONE, Found
from privacy.keeping import Kept, national
from privacy.phone_shapes import abroad, mobile_without_zero, national_number

_PLUS = re.compile(r"(?<!\d)\+\Z|(?<![^\W_])\+ \Z")
_LONGEST = 11
"""Most groups that are looked at together."""
_SERVICE = 5
"""Most digits of a published number that may also be the beginning of a longer number of somebody."""


def phones(text: str, kept: Kept) -> Iterator[Found]:
    """Find phone numbers in folded `text`; published ones are claimed, but for short ones such as 999."""
    for chain in chains(text):
        place = 0
        while place < len(chain):
            groups = chain[place : place + _LONGEST]
            if size := _published(groups, kept):
                if len(joined(groups[:size])) > _SERVICE:
                    yield Found(groups[0].start, groups[size - 1].end, None)
            elif size := _phone(text, groups):
                yield Found(_start(text, groups[:size]), groups[size - 1].end, PHONE)
            place += size or 1


def _published(groups: Sequence[Group], kept: Kept) -> int:
    """Give how many of the first `groups` make a published number, 0 if they do not begin with one."""
    sizes = range(len(groups), 0, -1)
    return next((size for size in sizes if national(joined(groups[:size])) in kept.numbers), 0)


def _phone(text: str, groups: Sequence[Group]) -> int:
    """Give how many of the first `groups` make a phone number, 0 if they do not begin with one."""
    before = text[max(0, groups[0].start - 1) : groups[0].start]
    first = groups[0].digits
    if before in ("£", "$", "€") or starts_with_date(text, groups[0].start):
        return 0
    if _PLUS.search(text, max(0, groups[0].start - 3), groups[0].start):
        return abroad(groups, skip=0)
    if first.startswith("00"):
        return abroad(groups, skip=2)
    if first.startswith("44"):
        return abroad(groups, skip=0) if _bare_country_code(groups) else 0
    if first.startswith("0"):
        return national_number(groups)
    return 0 if before.isalnum() else mobile_without_zero(groups)


def _bare_country_code(groups: Sequence[Group]) -> bool:
    """Tell 447700900123 and 44 7700 900123 from other numbers that begin with 44."""
    first, digits = groups[0].digits, joined(groups)
    rest = digits[2:12]
    alone = len(first) == 12 or (first == "44" and len(groups) > 1 and len(groups[1].digits) >= 3)
    return len(rest) == 10 and rest[0] in "12378" and (alone or len(first) in {5, 6})


def _start(text: str, groups: Sequence[Group]) -> int:
    """Give where the number begins, with its + and with an opening bracket that is closed inside it."""
    plus = _PLUS.search(text, max(0, groups[0].start - 3), groups[0].start)
    start = plus.start() if plus else groups[0].start
    opened = text[max(0, start - 2) : start].rstrip(" ").endswith("(")
    return text.rindex("(", 0, start) if opened and ")" in text[start : groups[-1].end] else start
