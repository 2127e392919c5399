"""What was understood, in figures. Plain Python, so that the rules can be tested anywhere.

Out of scope is caught if the label is `out_of_scope` or the system is less sure than the threshold; in scope
the same is a false refusal. The threshold is the one that, on validation phrases only, gives the highest mean
of "in scope, answered rightly" and "out of scope, caught".
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.nlu.phrase import OUT, Phrase


@dataclass(frozen=True)
class Judged:
    """One held-out phrase as a system read it: labels best first, how sure of the first."""

    phrase: Phrase
    ranking: tuple[str, ...]
    sure: float
    refused_as_shipped: bool = False

    @property
    def inside(self) -> bool:
        """Whether the phrase is in scope."""
        return self.phrase.label != OUT

    @property
    def taken_for(self) -> str:
        """The first label; out of scope if there is none."""
        return self.ranking[0] if self.ranking else OUT

    def right_within(self, count: int) -> bool:
        """Whether one of the first `count` labels is accepted."""
        accepted = {self.phrase.label, *self.phrase.also}
        return any(label in accepted for label in self.ranking[:count])

    def refused(self, threshold: float) -> bool:
        """Whether the phrase gets no answer at this threshold."""
        return self.taken_for == OUT or self.sure < threshold


@dataclass(frozen=True)
class Rates:
    """Shares at one threshold: right and refused of those in scope, caught of those out of scope."""

    right: float
    refused: float
    caught: float


def share(flags: Sequence[bool]) -> float:
    """Give the share that is true; not a number if there are none."""
    return sum(flags) / len(flags) if flags else math.nan


def accuracy(judged: Sequence[Judged], within: int = 1) -> float:
    """Give the share of phrases in scope whose label is among the first `within`, before any gate."""
    return share([one.right_within(within) for one in judged if one.inside])


def rates(judged: Sequence[Judged], threshold: float) -> Rates:
    """Give the shares at this threshold."""
    inside = [one for one in judged if one.inside]
    return Rates(
        right=share([one.right_within(1) and not one.refused(threshold) for one in inside]),
        refused=share([one.refused(threshold) for one in inside]),
        caught=share([one.refused(threshold) for one in judged if not one.inside]),
    )


def rates_as_shipped(judged: Sequence[Judged]) -> Rates:
    """Give the shares with the thresholds in the configuration, whatever validation would say."""
    inside = [one for one in judged if one.inside]
    return Rates(
        right=share([one.right_within(1) and not one.refused_as_shipped for one in inside]),
        refused=share([one.refused_as_shipped for one in inside]),
        caught=share([one.refused_as_shipped for one in judged if not one.inside]),
    )


def operating_point(validation: Sequence[Judged]) -> float:
    """Give the threshold that best balances both aims on `validation`; the lowest of equals.

    Raises ValueError unless there are phrases on both sides.
    """
    inside = sum(one.inside for one in validation)
    outside = len(validation) - inside
    if not inside or not outside:
        raise ValueError("A threshold needs validation phrases in scope and out of scope.")
    ordered = sorted(validation, key=lambda one: one.sure)
    right = sum(one.inside and one.right_within(1) and one.taken_for != OUT for one in ordered)
    caught = sum(not one.inside and one.taken_for == OUT for one in ordered)
    best, threshold = right / inside + caught / outside, ordered[0].sure
    for place, one in enumerate(ordered):
        if one.taken_for != OUT:
            right -= one.inside and one.right_within(1)
            caught += not one.inside
        following = ordered[place + 1].sure if place + 1 < len(ordered) else one.sure + 1
        value = right / inside + caught / outside
        if following > one.sure and value > best:
            best, threshold = value, (one.sure + following) / 2
    return threshold


def confusions(judged: Sequence[Judged], count: int) -> list[tuple[str, str, int]]:
    """Give the `count` commonest mistakes: meant, taken for, how often."""
    pairs = Counter((one.phrase.label, one.taken_for) for one in judged if not one.right_within(1))
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(meant, taken, times) for (meant, taken), times in ordered[:count]]


def percentile(values: Sequence[float], part: float) -> float:
    """Give the nearest-rank percentile: the smallest value that `part` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]
