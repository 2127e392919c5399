"""One system on one set of phrases: trained, asked and judged."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.nlu import workshop
from benchmarks.nlu.data import Split
from benchmarks.nlu.metrics import (
    Judged,
    Rates,
    accuracy,
    operating_point,
    percentile,
    rates,
    rates_as_shipped,
)
from benchmarks.nlu.phrase import OUT, Phrase, evenly
from benchmarks.nlu.systems import System

TIMED = 200
REFUSALS = {OUT, "nlu_fallback"}
# Set by later steps of a pipeline, not labels of the training phrases.
NOT_LABELS = {"nlu_fallback", "several_asks"}


@dataclass(frozen=True)
class Measured:
    """All figures of one system on one set; seconds, milliseconds and megabytes."""

    system: str
    learnt: int
    cold: float | None
    warm: float | None
    accuracy: float
    within_three: float
    threshold: float
    chosen: Rates
    shipped: Rates
    loading: float
    median: float
    slow: float
    resident: float
    peak: float


def measure_all(
    root: Path, compared: list[System], split: Split, data: Path, *, cold: bool = True
) -> tuple[list[dict[str, Any]], dict[str, list[Judged]]]:
    """Measure each system; give rows for the tables (one that failed says why) and the judged test phrases.

    `data` holds the folder `nlu` with the split's training phrases. Without `cold`, each is trained once,
    with the project's kept vectors.
    """
    rows: list[dict[str, Any]] = []
    read: dict[str, list[Judged]] = {}
    for system in compared:
        try:
            measured, read[system.name] = measure(root, system, split, data, cold=cold)
            rows.append(asdict(measured))
        except workshop.Failed as failure:
            _say(f"{split.name}: {system.name}: FAILED: {failure}")
            rows.append({"system": system.name, "failed": str(failure)})
    return rows, read


def measure(
    root: Path, system: System, split: Split, data: Path, *, cold: bool = True
) -> tuple[Measured, list[Judged]]:
    """Train cold (and warm, if that differs), ask and judge one system. Raises workshop.Failed."""
    with tempfile.TemporaryDirectory(prefix="bench-nlu-") as folder:
        project = workshop.link_project(root, Path(folder), warm=not cold)
        first = warm = None
        if cold:
            model, first = workshop.train(project, system, data, "cold")
            _say(f"{split.name}: {system.name}: trained in {first:.0f} s")
        if system.ours:
            model, warm = workshop.train(project, system, data, "warm")
            _say(f"{split.name}: {system.name}: trained again, vectors kept, in {warm:.0f} s")
        texts = [phrase.text for phrase in split.validation + split.test]
        timed = evenly([phrase.text for phrase in split.test], TIMED)
        told = workshop.read(project, system, model, texts, timed)
        learnt = workshop.learnt(model) or len(split.train)
    read = told.pop("read")
    validation = [judged(*pair) for pair in zip(split.validation, read, strict=False)]
    test = [judged(*pair) for pair in zip(split.test, read[len(split.validation) :], strict=True)]
    threshold = operating_point(validation)
    measured = Measured(
        system=system.name,
        learnt=learnt,
        cold=first,
        warm=warm,
        accuracy=accuracy(test),
        within_three=accuracy(test, 3),
        threshold=threshold,
        chosen=rates(test, threshold),
        shipped=rates_as_shipped(test),
        loading=told["loading"],
        median=statistics.median(told["times"]) * 1000,
        slow=percentile(told["times"], 0.95) * 1000,
        resident=told["resident"],
        peak=told["peak"],
    )
    _say(f"{split.name}: {system.name}: {measured.accuracy:.1%} right, {measured.median:.0f} ms a message")
    return measured, test


def judged(phrase: Phrase, read: dict[str, Any]) -> Judged:
    """Give what the pipeline said, with the ranking as it was before any gate."""
    ranking = [(name, float(sure)) for name, sure in read["ranking"] if name not in NOT_LABELS]
    return Judged(
        phrase,
        tuple(name for name, _ in ranking),
        ranking[0][1] if ranking else 0.0,
        refused_as_shipped=read["intent"] in REFUSALS,
    )


def _say(words: str) -> None:
    print(words, flush=True)
