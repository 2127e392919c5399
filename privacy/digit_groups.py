"""Digits as people write long numbers: groups with spaces, dashes, dots, slashes or brackets between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DIGITS = re.compile(r"[0-9]+")
_GLUE = re.compile(r" {0,2}[()]? ?[-./_]? ?[()]? {0,2}")


@dataclass(frozen=True)
class Group:
    """Digits with nothing between them; `joint` is the sign between them and the group before."""

    start: int
    end: int
    digits: str
    joint: str = ""


def chains(text: str) -> Iterator[list[Group]]:
    """Give every longest row of groups in `text` that could be one number, or several in a row."""
    chain: list[Group] = []
    for match in _DIGITS.finditer(text):
        glue = text[chain[-1].end : match.start()] if chain else ""
        joined = bool(chain) and len(glue) <= 5 and _GLUE.fullmatch(glue) is not None
        if chain and not joined:
            yield chain
            chain = []
        joint = glue.strip(" ()") if joined else ""
        chain.append(Group(match.start(), match.end(), match.group(), joint))
    if chain:
        yield chain


def joined(groups: Sequence[Group]) -> str:
    """Give the digits of all `groups` in a row."""
    return "".join(group.digits for group in groups)


def shape(groups: Sequence[Group]) -> tuple[int, ...]:
    """Give how many digits each group has."""
    return tuple(len(group.digits) for group in groups)
