"""What parents say: the training phrases, and the held-out ones that are never trained on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from bot.names import Names, neutral
from bot.spelling import Spelling, often_written, our_words

OUT = "out_of_scope"
HELD_OUT = Path("tests/data/understanding")
OUTSIDE = Path("tests/data/outside")


@dataclass(frozen=True)
class HeldOut:
    """Phrases with the topic each belongs to; `also` holds others that an adviser would accept."""

    texts: list[str]
    topics: np.ndarray
    also: list[frozenset[str]]


class Reader:
    """Gives messages the wording that the pipeline's steps read: places neutral, spelling helped."""

    def __init__(self, lookups: dict[str, Any], phrases: list[str]) -> None:
        self.names = Names(lookups)
        self._spelling = Spelling(our_words(lookups), often_written(phrases))

    def wordings(self, texts: list[str]) -> list[str]:
        """Give the wording of each text."""
        return [self._spelling.corrected(neutral(text, self.names.find(text))) for text in texts]


def training_phrases() -> tuple[list[str], np.ndarray]:
    """Give every training phrase and its intent."""
    texts, intents = [], []
    for path in sorted(Path("data/nlu").glob("*.yml")):
        for block in YAML(typ="safe").load(path)["nlu"]:
            for line in block["examples"].splitlines():
                texts.append(line.removeprefix("- ").strip())
                intents.append(block["intent"])
    return texts, np.array(intents)


def held_out(part: str) -> HeldOut:
    """Give the held-out phrases of `part`: "test", "validation" or a file of outside questions."""
    outside, rows = OUTSIDE / f"{part}.yml", []
    if outside.is_file():
        rows = YAML(typ="safe").load(outside)["questions"]
    else:
        for path in sorted(HELD_OUT.glob("*.yml")):
            file = YAML(typ="safe").load(path)
            for phrase in file[part]:
                said = {"text": phrase} if isinstance(phrase, str) else phrase
                rows.append({"topic": file["topic"], **said})
    also = [frozenset(row.get("also") or []) for row in rows]
    return HeldOut([row["text"] for row in rows], np.array([row["topic"] for row in rows]), also)
