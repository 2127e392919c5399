"""Which groups of digits are a phone number: by their lengths, first digits and the signs between them."""

from __future__ import annotations

from collections.abc import Sequence

from privacy.digit_groups import Group, joined, shape
from privacy.nhs_number import is_nhs_number

_TEN_DIGITS = {(10,), (4, 6), (4, 3, 3), (5, 5), (3, 7), (5, 2, 3), (5, 3, 2), (4, 2, 2, 2), (3, 3, 4)}
_TEN_WITHOUT_ZERO = {(10,), (4, 6), (4, 3, 3)}
_SECOND_DIGITS = "1235789"


def national_number(groups: Sequence[Group]) -> int:
    """Give how many of the first `groups`, which begin with 0, are a number as dialled at home; else 0."""
    digits = groups[0].digits
    if len(digits) in {10, 11} or (len(digits) == 12 and digits.startswith("07")):
        return int(digits[1] != "0")
    for total in (11, 10):
        size = _reach(groups, total)
        if size and joined(groups[:2])[1] in _SECOND_DIGITS and _is_national(groups[:size], total):
            return size
    return 0


def abroad(groups: Sequence[Group], skip: int) -> int:
    """Give how many of the first `groups` are a number with country code (after `skip` digits); else 0."""
    if joined(groups)[skip : skip + 2] == "44":
        zero = joined(groups)[skip + 2 : skip + 3] == "0"
        lengths: Sequence[int] = [skip + 2 + zero + rest for rest in (10, 9, 11)]
    else:
        lengths = range(skip + 10, skip + 16) if skip else (*range(10, 16), 9, 8)
    if joined(groups)[skip : skip + 1] in {"", "0"}:
        return 0
    return next((size for size in (_reach(groups, length) for length in lengths) if size), 0)


def mobile_without_zero(groups: Sequence[Group]) -> int:
    """Give how many of the first `groups` are a mobile number whose 0 was left out; else 0."""
    size = _reach(groups, 10)
    if not size or not groups[0].digits.startswith("7") or shape(groups[:size]) not in _TEN_WITHOUT_ZERO:
        return 0
    return 0 if size == 1 and is_nhs_number(groups[0].digits) else size


def _reach(groups: Sequence[Group], total: int) -> int:
    """Give how many of the first `groups` have `total` digits together, 0 if none have."""
    length = 0
    for size, group in enumerate(groups, 1):
        length += len(group.digits)
        if length >= total:
            return size if length == total else 0
    return 0


def _is_national(groups: Sequence[Group], total: int) -> bool:
    """Tell a number from times, scores and lists that happen to have as many digits."""
    lengths = shape(groups)
    joints = {group.joint for group in groups[1:]}
    if total == 10 and lengths not in _TEN_DIGITS:
        return False
    if set(lengths) == {1}:
        return total == 11 and len(joints) == 1 and joined(groups)[1] in "127"
    if len(groups) > 6 or ("/" in joints and lengths[0] < 3):
        return False
    if lengths[0] == 1:
        return groups[1].joint == "" and (lengths[1] >= 3 or groups[1].digits[0] == "7")
    if 1 in lengths[1:-1]:
        return False
    if lengths[0] == 2:
        return len(joints) == 1 and (max(lengths) >= 3 or total == 11)
    return True
