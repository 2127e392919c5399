"""CLINC150: the three systems on its first intents, then ours and the nearest phrase on all 150."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from benchmarks.nlu import data, signals, systems
from benchmarks.nlu.compare import measure_all
from benchmarks.nlu.metrics import Judged, accuracy, operating_point, rates
from benchmarks.nlu.phrase import OUT, Phrase
from bot.encoder.memory import RememberingEncoder
from bot.encoder.model import DIMENSIONS
from bot.topic_model import TopicModel


def run(root: Path, path: Path, intents: int, epochs: int, smoke: bool) -> dict[str, Any]:
    """Measure everything; `smoke` leaves out all 150 intents, for a quick trial."""
    few = data.clinc(path, intents)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-data-") as name:
        folder = Path(name)
        systems.write_phrases(few.train, folder, domain=True)
        compared = [systems.ours_elsewhere(folder), systems.nearest(names=False), systems.stock(epochs)]
        found = {"few": measure_all(root, compared, few, folder)[0], "few_name": few.name}
    whole = few if smoke else data.clinc(path)
    return {**found, "whole_name": whole.name, **all_intents(root, whole)}


def all_intents(root: Path, split: data.Split) -> dict[str, Any]:
    """Fit the topic model directly, without Rasa, names or knowledge base; try every signal."""
    parts = [split.train, split.validation, split.test]
    texts = [[phrase.text for phrase in part] for part in parts]
    encoder = RememberingEncoder(_vectors_folder(root))
    train, *asked = [encoder.encode(part) for part in texts]
    labels = np.array([phrase.label for phrase in split.train])
    begun = time.monotonic()
    model = TopicModel()
    model.fit(train, texts[0], labels)
    fitting = time.monotonic() - begun
    print(f"{split.name}: fitted in {fitting:.0f} s, without encoding", flush=True)
    out = int(np.flatnonzero(model.classes == OUT)[0])
    scores = [model.scores(vectors, part) for vectors, part in zip(asked, texts[1:], strict=True)]
    cosines = [vectors[:, :DIMENSIONS] @ train[:, :DIMENSIONS].T for vectors in asked]
    told = [
        signals.signals(score, out, model.temperature, likeness(cosine, labels))
        for score, cosine in zip(scores, cosines, strict=True)
    ]
    inside = np.array([phrase.label != OUT for phrase in split.validation])
    apart, combined = signals.together(told[0], inside, told[1])
    told[0][signals.TOGETHER], told[1][signals.TOGETHER] = apart, combined
    best = [np.delete(model.classes, out)[np.delete(score, out, axis=1).argmax(1)] for score in scores]
    near = [labels[labels != OUT][cosine[:, labels != OUT].argmax(1)] for cosine in cosines]
    rows = [_row(f"ours: {name}", parts[1:], best, [told[0][name], told[1][name]]) for name in told[0]] + [
        _row(f"nearest phrase: {name}", parts[1:], near, [told[0][name], told[1][name]])
        for name in (signals.NEAREST, signals.NEAREST_MARGIN)
    ]
    with_out = model.classes[scores[1].argmax(1)]
    asked_inside = np.array([phrase.label != OUT for phrase in split.test])
    right = np.array([phrase.label for phrase in split.test]) == with_out
    return {
        "signals": rows,
        "fitting": fitting,
        "out_as_label": {"right": right[asked_inside].mean(), "caught": right[~asked_inside].mean()},
    }


def likeness(cosines: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Give the cosine of the nearest training phrase in scope, and of the nearest out of scope [n, 2]."""
    return np.column_stack([cosines[:, labels != OUT].max(1), cosines[:, labels == OUT].max(1)])


def _row(
    name: str, parts: list[list[Phrase]], best: list[np.ndarray], told: list[np.ndarray]
) -> dict[str, Any]:
    validation, test = (
        [Judged(p, (str(b),), float(t)) for p, b, t in zip(*columns, strict=True)]
        for columns in zip(parts, best, told, strict=True)
    )
    threshold = operating_point(validation)
    inside = [one.inside for one in test]
    print(f"{name}: {accuracy(test):.1%} right", flush=True)
    return {
        "name": name,
        "accuracy": accuracy(test),
        "threshold": threshold,
        "area": float(roc_auc_score(inside, told[1])),
        **asdict(rates(test, threshold)),
    }


def _vectors_folder(root: Path) -> Path:
    """Give an encoder folder of our own, so that these phrases do not crowd the project's kept vectors."""
    project = root / "var" / "bench"
    folder = project / "encoder"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("encoder.onnx", "tokenizer.json"):
        link = folder / name
        link.unlink(missing_ok=True)
        link.symlink_to((root / "var" / "encoder" / name).resolve())
    return folder
