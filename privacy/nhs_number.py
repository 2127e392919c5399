"""NHS numbers: ten digits whose last one checks the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from privacy.digit_groups import Group, chains, joined, shape
from privacy.found import NHS_NUMBER, Found
from privacy.keeping import Kept

_LABEL = re.compile(
    r"(?<![A-Za-z])NHS(?:['’]?s)?[ -]*(?:numbers?|num|nmbr|nos?(?! (?:longer|one|idea|way|help))|nr|id|#)"
    r"(?![A-Za-z])[^\d]{0,50}$|(?<![A-Za-z])NHS[ :#=-]{0,4}$",
    re.I,
)
_REACH = 80


def is_nhs_number(digits: str) -> bool:
    """Tell whether ten `digits` have the right check digit."""
    if len(digits) != 10:
        return False
    check = -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return check == int(digits[-1])


def labelled_nhs_numbers(text: str, kept: Kept) -> Iterator[Found]:
    """Find any ten digits that follow the words "NHS number" in folded `text`."""
    for chain in chains(text):
        label = _LABEL.search(text[max(0, chain[0].start - _REACH) : chain[0].start])
        size = _ten(chain) if label else 0
        digits = joined(chain[:size])
        only_nhs = label is not None and re.fullmatch(r"NHS[ :#=-]*", label.group(), re.I) is not None
        if size and digits not in kept.numbers and not (only_nhs and digits.startswith("0")):
            yield Found(chain[0].start, chain[size - 1].end, NHS_NUMBER)


def nhs_numbers(text: str, kept: Kept) -> Iterator[Found]:
    """Find valid NHS numbers in folded `text`, written in one piece or as 3-3-4."""
    for chain in chains(text):
        place = 0
        while place < len(chain):
            size = next((size for size in (1, 3) if _is_written(chain[place : place + size])), 0)
            if (
                size
                and joined(chain[place : place + size]) not in kept.numbers
                and not _attached(text, chain[place])
            ):
                yield Found(chain[place].start, chain[place + size - 1].end, NHS_NUMBER)
            place += size or 1


def _is_written(groups: Sequence[Group]) -> bool:
    return shape(groups) in {(10,), (3, 3, 4)} and is_nhs_number(joined(groups))


def _ten(chain: Sequence[Group]) -> int:
    total = 0
    for size, group in enumerate(chain[:10], 1):
        total += len(group.digits)
        if total == 10:
            return size
    return 0


def _attached(text: str, group: Group) -> bool:
    return group.start > 0 and (text[group.start - 1].isalpha() or text[group.start - 1] in "£$€")
