"""Our own phrases: the three systems on a few per intent; ours and the nearest phrase on all."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.nlu import data, systems
from benchmarks.nlu.compare import measure_all
from benchmarks.nlu.metrics import Judged, confusions

WORST = 12


def run(root: Path, per_topic: int, epochs: int, smoke: bool) -> dict[str, Any]:
    """Measure all systems on a few phrases per intent; `smoke` leaves out the whole of ours."""
    few = data.own(per_topic)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-data-") as name:
        folder = Path(name)
        systems.write_phrases(few.train, folder, domain=False)
        compared = [systems.ours_same_task(root, folder), systems.nearest(names=True), systems.stock(epochs)]
        rows, _ = measure_all(root, compared if smoke else [systems.ours(root), *compared], few, folder)
    return {"rows": rows, "name": few.name, "note": few.note}


def run_every(root: Path) -> dict[str, Any]:
    """Measure ours and the nearest phrase on all phrases, with what ours takes for what."""
    every, whole = data.own(), systems.ours(root)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-data-") as name:
        compared = [whole, systems.ours_same_task(root, Path(name)), systems.nearest(names=True)]
        rows, read = measure_all(root, compared, every, root / "data", cold=False)
    return {"rows": rows, "name": every.name, **mistakes(read.get(whole.name, []))}


def mistakes(judged: list[Judged]) -> dict[str, Any]:
    """Give the commonest confusions, and all counts for the picture: labels only, never phrases."""
    return {
        "worst": confusions(judged, WORST),
        "pairs": [
            (one.phrase.label, one.phrase.label if one.right_within(1) else one.taken_for) for one in judged
        ],
    }
