"""Our own phrases: the three systems on a few per intent, then ours and the nearest phrase on all."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.nlu import data, systems
from benchmarks.nlu.compare import measure_all
from benchmarks.nlu.metrics import Judged, confusions

WORST = 12


def run(root: Path, per_topic: int, epochs: int, smoke: bool) -> dict[str, Any]:
    """Measure everything; `smoke` leaves out what takes minutes to encode."""
    few = data.own(per_topic)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-data-") as name:
        folder = Path(name)
        systems.write_phrases(few.train, folder, domain=False)
        whole, topics = systems.ours(root), systems.ours_same_task(root, folder)
        nearest, stock = systems.nearest(names=True), systems.stock(epochs)
        compared = [topics, nearest, stock] if smoke else [whole, topics, nearest, stock]
        rows, read = measure_all(root, compared, few, folder)
        found = {
            "few": rows,
            "few_name": few.name,
            "note": few.note,
            **mistakes(read.get(compared[0].name, [])),
        }
        if not smoke:
            every = data.own()
            rows, read = measure_all(root, [whole, topics, nearest], every, root / "data", cold=False)
            found |= {"every": rows, "every_name": every.name, **mistakes(read.get(whole.name, []))}
    return found


def mistakes(judged: list[Judged]) -> dict[str, Any]:
    """Give the commonest confusions, and all counts for the picture: labels only, never phrases."""
    return {
        "worst": confusions(judged, WORST),
        "pairs": [
            (one.phrase.label, one.phrase.label if one.right_within(1) else one.taken_for) for one in judged
        ],
    }
