"""A phrase with its label, and an even choice of a few among many. Plain Python: no model, no numpy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

OUT = "out_of_scope"
Row = TypeVar("Row")


class Phrase(NamedTuple):
    """What somebody says, what it is about, and what else an adviser would accept."""

    text: str
    label: str
    also: tuple[str, ...] = ()


def evenly(rows: Sequence[Row], count: int) -> list[Row]:
    """Give `count` of `rows`, evenly spaced and in order; all of them if there are no more."""
    if len(rows) <= count:
        return list(rows)
    return [rows[number * len(rows) // count] for number in range(count)]


def per_label(phrases: Sequence[Phrase], most: int) -> list[Phrase]:
    """Give at most `most` phrases of each label, evenly spaced."""
    groups: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        groups.setdefault(phrase.label, []).append(phrase)
    return [phrase for group in groups.values() for phrase in evenly(group, most)]


def unseen(asked: Sequence[Phrase], learnt: Iterable[Phrase]) -> list[Phrase]:
    """Give the phrases of `asked` that are not learnt word for word, whatever their case and punctuation."""
    known = {words_of(phrase.text) for phrase in learnt}
    return [phrase for phrase in asked if words_of(phrase.text) not in known]


def words_of(text: str) -> str:
    """Give the words of `text` in lower case, without punctuation."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def first_labels(phrases: Sequence[Phrase], count: int) -> list[str]:
    """Give the first `count` labels in alphabetical order, not counting what is out of scope."""
    return sorted({phrase.label for phrase in phrases} - {OUT})[:count]
