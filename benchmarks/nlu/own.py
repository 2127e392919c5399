"""Our own phrases: the three systems on a few per intent, then ours and the nearest phrase on all."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.nlu import data, systems
from benchmarks.nlu.compare import Measured, measure
from benchmarks.nlu.metrics import Judged, confusions
from benchmarks.nlu.workshop import Failed

WORST = 12


def run(root: Path, per_topic: int, epochs: int, smoke: bool) -> dict[str, Any]:
    """Measure everything; `smoke` leaves out all phrases, for a quick trial."""
    few = data.own(per_topic)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-data-") as name:
        folder = Path(name)
        systems.write_phrases(few.train, folder, domain=False)
        compared = [
            systems.ours(root),
            systems.ours_same_phrases(root, folder),
            systems.nearest(names=True),
            systems.stock(epochs),
        ]
        found = {"few": _table(root, compared, few, folder)[0], "few_name": few.name}
        if not smoke:
            every = data.own()
            found["every_name"] = every.name
            found["every"], read = _table(root, [compared[0], compared[2]], every, root / "data")
            found |= mistakes(read.get(compared[0].name, []))
    return found


def mistakes(judged: list[Judged]) -> dict[str, Any]:
    """Give the commonest confusions, and all counts for the picture: labels only, never phrases."""
    return {
        "worst": confusions(judged, WORST),
        "pairs": [
            (one.phrase.label, one.phrase.label if one.right_within(1) else one.taken_for) for one in judged
        ],
    }


def _table(
    root: Path, compared: list[systems.System], split: data.Split, folder: Path
) -> tuple[list[dict[str, Any]], dict[str, list[Judged]]]:
    rows, read = [], {}
    for system in compared:
        try:
            measured: Measured
            measured, read[system.name] = measure(root, system, split, folder)
            rows.append(asdict(measured))
        except Failed as failure:
            print(f"{split.name}: {system.name}: FAILED: {failure}", flush=True)
            rows.append({"system": system.name, "failed": str(failure)})
    return rows, read
