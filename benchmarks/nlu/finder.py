"""Which answer of a known topic: ours, and the nearest question heading."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from benchmarks.nlu import systems, workshop
from benchmarks.nlu.metrics import share
from benchmarks.nlu.phrase import words_of
from bot.encoder.memory import RememberingEncoder
from bot.names import Names, neutral

HELD_OUT = Path("tests/data/answers")
TOPICS, LEARNT = Path("kb/content/topics"), Path("data/answers")
ALL = 10_000  # more than there are answers


@dataclass(frozen=True)
class Question:
    """A held-out question, its topic, and the answers that would do."""

    text: str
    topic: str
    answers: frozenset[str]


def run(root: Path) -> dict[str, Any]:
    """Measure on the `test` questions; the area is not known, so answers for one area do not compete."""
    everything = held_out(root, "test")
    learnt = {words_of(text) for text in asked_in_training(root)}
    questions = [question for question in everything if words_of(question.text) not in learnt]
    general = general_answers(root)
    rows = [_row("nearest question heading", questions, by_headings(root, questions, general))]
    try:
        rows.insert(0, _row("ours", questions, by_ours(root, questions, general)))
    except workshop.Failed as failure:
        print(f"answers: ours: FAILED: {failure}", flush=True)
        rows.insert(0, {"name": "ours", "failed": str(failure)})
    return {"rows": rows, "questions": len(questions), "seen": len(everything) - len(questions)}


def held_out(root: Path, part: str) -> list[Question]:
    """Give the questions of `part`, "test" or "validation"."""
    found = []
    for path in sorted((root / HELD_OUT).glob("*.yml")):
        file = YAML(typ="safe").load(path)
        topic = file["topic"]
        for row in file[part]:
            wanted = [row["answer"]] if isinstance(row["answer"], str) else row["answer"]
            ids = frozenset(name if "/" in name else f"{topic}/{name}" for name in wanted)
            found.append(Question(row["text"], topic, ids))
    return found


def asked_in_training(root: Path) -> list[str]:
    """Give the messages that the finder may learn from."""
    files = [YAML(typ="safe").load(path) for path in sorted((root / LEARNT).glob("*.yml"))]
    return [text for file in files for texts in file["answers"].values() for text in texts]


def general_answers(root: Path) -> dict[str, set[str]]:
    """Give for each topic the ids of the answers that hold for every council, school and age."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / TOPICS).glob("*.yml")):
        file = YAML(typ="safe").load(path)
        ids = {f"{file['topic']}/{one['id']}" for one in file["answers"] if not one.get("scope")}
        found.setdefault(file["topic"], set()).update(ids)
    return found


def by_ours(root: Path, questions: list[Question], general: dict[str, set[str]]) -> list[list[str]]:
    """Give each question's answers of its topic, best first, as the whole pipeline ranks them.

    The pipeline tells the answers of the topic it read and a few others; here it tells all, so that a misread
    topic does not count against the finder.
    """
    system = systems.ours_with(root, "ours", systems.FINDER, of_topic=ALL, of_all=ALL)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-") as folder:
        project = workshop.link_project(root, Path(folder), warm=True)
        model, seconds = workshop.train(project, system, root / "data", "finder")
        print(f"answers: ours: trained in {seconds:.0f} s", flush=True)
        told = workshop.read(project, system, model, [question.text for question in questions], [])
    return [
        [name for name, topic, _ in read["answers"] if topic == question.topic and name in general[topic]]
        for question, read in zip(questions, told["read"], strict=True)
    ]


def by_headings(root: Path, questions: list[Question], general: dict[str, set[str]]) -> list[list[str]]:
    """Give each question's answers of its topic by the cosine of their nearest heading."""
    lookups = json.loads((root / "var/kb/lookups.json").read_text(encoding="utf-8"))
    names = Names(lookups)

    def plain(text: str) -> str:
        return neutral(text, names.find(text))

    headings = [(answer["id"], plain(line)) for answer in lookups["answers"] for line in answer["questions"]]
    with tempfile.TemporaryDirectory(prefix="bench-nlu-") as folder:
        project = workshop.link_project(root, Path(folder), warm=True)
        encoder = RememberingEncoder(project / "var" / "encoder")
        vectors = encoder.meaning([line for _, line in headings])
        asked = encoder.meaning([plain(question.text) for question in questions])
    ranked = []
    for question, vector in zip(questions, asked, strict=True):
        order = np.argsort(-(vectors @ vector))
        ids = dict.fromkeys(headings[place][0] for place in order)
        ranked.append([name for name in ids if name in general[question.topic]])
    return ranked


def _row(name: str, questions: list[Question], ranked: list[list[str]]) -> dict[str, Any]:
    def hits(within: int) -> float:
        pairs = zip(questions, ranked, strict=True)
        return share([not question.answers.isdisjoint(ids[:within]) for question, ids in pairs])

    print(f"answers: {name}: first {hits(1):.1%}, within three {hits(3):.1%}", flush=True)
    return {"name": name, "first": hits(1), "three": hits(3), "nothing": sum(not ids for ids in ranked)}
