"""The figures are only as good as the rules: which phrases, which threshold, what counts."""

from __future__ import annotations

import math

import pytest

from benchmarks.nlu.metrics import (
    Judged,
    accuracy,
    confusions,
    operating_point,
    percentile,
    rates,
    rates_as_shipped,
)
from benchmarks.nlu.phrase import OUT, Phrase, evenly, first_labels, per_label, unseen
from benchmarks.nlu.report import compared, page


def judged(
    label: str, *ranking: str, sure: float = 0.9, also: tuple[str, ...] = (), stopped: bool = False
) -> Judged:
    return Judged(Phrase("words", label, also), ranking, sure, stopped)


@pytest.mark.parametrize(
    ("count", "chosen"),
    [(0, []), (1, [0]), (3, [0, 3, 6]), (10, list(range(10))), (99, list(range(10)))],
)
def test_evenly_takes_from_the_whole_list(count: int, chosen: list[int]) -> None:
    assert evenly(range(10), count) == chosen


def test_each_label_gets_its_share() -> None:
    phrases = [Phrase(f"{label}{number}", label) for label in ("b", "a") for number in range(4)]
    assert [phrase.text for phrase in per_label(phrases, 2)] == ["b0", "b2", "a0", "a2"]


def test_first_labels_are_alphabetical_and_leave_out_of_scope_out() -> None:
    phrases = [Phrase("", label) for label in ("pay", OUT, "card", "zoo")]
    assert first_labels(phrases, 2) == ["card", "pay"]


def test_a_phrase_learnt_word_for_word_is_no_test() -> None:
    asked = [Phrase("Who's in charge?", "a"), Phrase("who is in charge", "a")]
    assert unseen(asked, [Phrase("who's IN charge", "b")]) == asked[1:]


def test_accuracy_counts_scope_only_and_accepts_what_an_adviser_would() -> None:
    read = [
        judged("a", "a", "b"),
        judged("a", "b", "a"),
        judged("a", "b", "c", also=("b",)),
        judged("a", "b", "c", "d", "a"),
        judged(OUT, "a"),
    ]
    assert accuracy(read) == 0.5
    assert accuracy(read, 3) == 0.75


def test_out_of_scope_is_caught_by_its_label_or_by_doubt() -> None:
    read = [
        judged(OUT, OUT, sure=0.9),
        judged(OUT, "a", sure=0.1),
        judged(OUT, "a", sure=0.8),
        judged("a", "a", sure=0.8),
        judged("a", "a", sure=0.1),
        judged("a", OUT, sure=0.9),
        judged("a", "b", sure=0.9),
    ]
    found = rates(read, 0.5)
    assert found.caught == pytest.approx(2 / 3)
    assert found.refused == 0.5
    assert found.right == 0.25


def test_a_message_at_the_threshold_is_answered() -> None:
    assert not judged("a", "a", sure=0.25).refused(0.25)


def test_nothing_read_counts_as_refused() -> None:
    assert judged("a", sure=0.0).refused(0.0)


def test_as_shipped_believes_the_pipeline() -> None:
    read = [judged("a", "a", stopped=True), judged("a", "a"), judged(OUT, "a", stopped=True)]
    found = rates_as_shipped(read)
    assert (found.right, found.refused, found.caught) == (0.5, 0.5, 1.0)


def test_the_threshold_parts_the_two_sides() -> None:
    read = [judged("a", "a", sure=sure) for sure in (0.6, 0.7, 0.9)]
    read += [judged(OUT, "a", sure=sure) for sure in (0.1, 0.3, 0.4)]
    threshold = operating_point(read)
    assert threshold == pytest.approx(0.5)
    assert rates(read, threshold).caught == rates(read, threshold).right == 1


def test_the_threshold_is_the_best_of_all_there_are() -> None:
    labels = ["a", OUT, "a", OUT, "a", "a", OUT, OUT, "a", "a"]
    read = [
        judged(label, OUT if place % 4 == 3 else "a", sure=round(0.07 * place * place % 1, 2))
        for place, label in enumerate(labels)
    ]

    def value(threshold: float) -> float:
        found = rates(read, threshold)
        return found.right + found.caught

    assert value(operating_point(read)) == max(value(step / 200) for step in range(201))


def test_equally_sure_phrases_are_never_parted() -> None:
    read = [judged("a", "a", sure=0.5), judged(OUT, "a", sure=0.5), judged("a", "a", sure=0.9)]
    assert rates(read, operating_point(read)).right in (0.5, 1.0)


@pytest.mark.parametrize("read", [[], [judged("a", "a")], [judged(OUT, "a")]])
def test_a_threshold_needs_both_sides(read: list[Judged]) -> None:
    with pytest.raises(ValueError, match="in scope and out of scope"):
        operating_point(read)


def test_confusions_are_counted_and_accepted_ones_are_not() -> None:
    read = [
        judged("a", "b"),
        judged("a", "b"),
        judged("c", "a"),
        judged("a", "a"),
        judged("a", "b", also=("b",)),
    ]
    assert confusions(read, 5) == [("a", "b", 2), ("c", "a", 1)]
    assert confusions(read, 1) == [("a", "b", 2)]


@pytest.mark.parametrize(("part", "value"), [(0.0, 1), (0.5, 10), (0.95, 19), (1.0, 20)])
def test_percentile_is_a_value_that_was_measured(part: float, value: int) -> None:
    assert percentile(list(range(20, 0, -1)), part) == value


def row(system: str, cold: float, warm: float | None) -> dict[str, object]:
    shares = {"right": 0.5, "refused": 0.1, "caught": 0.9}
    figures = dict.fromkeys(("accuracy", "within_three", "threshold", "loading", "median", "slow"), 0.5)
    memory = {"resident": 700.0, "peak": 800.0}
    return {
        "system": system, "learnt": 1600, "cold": cold, "warm": warm, "chosen": shares, "shipped": shares,
        **figures, **memory,
    }  # fmt: skip


def test_the_page_tells_how_training_times_compare_and_what_failed() -> None:
    rows = [
        row("ours", 60, 20),
        row("stock Rasa (DIET)", 600, None),
        {"system": "other", "failed": "no memory"},
    ]
    said = "\n".join(compared(rows))
    assert "Stock Rasa trains 10.0 times as long as ours cold, 30.0 times as long as warm" in said
    assert "other failed: no memory" in said


def test_a_part_that_was_not_run_is_not_on_the_page() -> None:
    part = {"when": "2026-11-22", "machine": "m", "command": "c", "questions": 3, "seen": 1}
    part["rows"] = [{"name": "ours", "first": 0.5, "three": math.nan, "nothing": 0}]
    said = page({"finder": part}, 200, None)
    assert "| ours | 50.0% | – | 0 |" in said
    assert "CLINC150" not in said
