"""The two sets of phrases: our own, and CLINC150 (small) if it is there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.nlu.phrase import OUT, Phrase, first_labels, per_label, unseen
from benchmarks.phrases import held_out, training_phrases

CLINC_ADVICE = (
    "No CLINC150 at {path}. Get data_small.json from https://github.com/clinc/oos-eval (CC BY 3.0) "
    "and name it with --clinc. Skipped."
)


@dataclass(frozen=True)
class Split:
    """Phrases to learn from, to choose thresholds on, and to report on; `note` says what was left out."""

    name: str
    train: list[Phrase]
    validation: list[Phrase]
    test: list[Phrase]
    note: str = ""


def own(per_topic: int | None = None) -> Split:
    """Give our own phrases; with `per_topic`, at most so many to learn from for each intent.

    A held-out phrase that is also among all training phrases is no test, so it is left out everywhere.
    """
    train = [Phrase(text, str(intent)) for text, intent in zip(*training_phrases(), strict=True)]
    validation, test = _held("validation"), _held("test")
    fresh = [unseen(part, train) for part in (validation, test)]
    note = (
        f"{len(test) - len(fresh[1])} of {len(test)} test phrases and {len(validation) - len(fresh[0])} of "
        f"{len(validation)} validation phrases are training phrases too, word for word: left out."
    )
    name = "own, all phrases" if per_topic is None else f"own, at most {per_topic} per intent"
    return Split(name, per_label(train, per_topic) if per_topic else train, *fresh, note)


def clinc(path: Path, intents: int | None = None) -> Split:
    """Give CLINC150; with `intents`, only the first so many of them. Everything out of scope stays."""
    parts = json.loads(path.read_text(encoding="utf-8"))
    rows = {
        name: [Phrase(text, OUT if "oos" in name else label) for text, label in parts[name]] for name in parts
    }
    labels = set(first_labels(rows["train"], intents or len(rows["train"])))
    train, validation, test = (
        [phrase for phrase in rows[part] if phrase.label in labels] + rows[f"oos_{part}"]
        for part in ("train", "val", "test")
    )
    return Split(f"CLINC150 small, {len(labels)} intents", train, validation, test)


def _held(part: str) -> list[Phrase]:
    phrases = held_out(part)
    return [
        Phrase(text, str(topic), tuple(sorted(also)))
        for text, topic, also in zip(phrases.texts, phrases.topics, phrases.also, strict=True)
    ]
