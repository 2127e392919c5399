"""Numbers without their area code, which only the words before them give away: "ring me on 496 0123"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.digit_groups import chains, joined, shape
from privacy.found import PHONE, Found
from privacy.keeping import Kept

_LABEL = re.compile(
    r"(?<![^\W_])(?:(?:tele)?phone|tel|mobile|mob|landline|(?:my|our|home|work|contact) (?:number|no)|"
    r"(?:call|ring|phone|text|reach|contact|whatsapp) (?:me|us))(?![^\W_])(?! of)[^\d\n]{0,20}$",
    re.I,
)
_SHAPES = {(6,), (7,), (8,), (3, 3), (3, 4)}


def local_phones(text: str, kept: Kept) -> Iterator[Found]:
    """Find 6 to 8 digits after words for a phone in folded `text`, unless they end a published number."""
    for chain in chains(text):
        start, end = chain[0].start, chain[-1].end
        before = text[max(0, start - 60) : start]
        digits = joined(chain)
        published = any(number.endswith(digits) for number in kept.numbers)
        if shape(chain) in _SHAPES and not published and before[-1:] not in "£$€#" and _LABEL.search(before):
            yield Found(start, end, PHONE)
