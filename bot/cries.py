"""Is a message a cry for help, going by what it means? Ridge regression on the sentence encoder's vectors.

The fixed phrases of `safety` know words; this knows meaning. It is fitted on cries and on ordinary messages
that sound like them (`data/safety_cries.yml`), which count more than the thousands of training phrases.
Each is learnt alone and beside an ordinary question: else two cries in three are missed when a question
stands next to them. What an ordinary message only tells, read without its question, is learnt as ordinary
too. What each would have got had it (and what was made from it) been left out is exact and costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from ruamel.yaml import YAML
from scipy.optimize import minimize

from bot.asks import told_besides
from bot.encoder.model import BLOCKS, DIMENSIONS

CRY_TOPIC = "safeguarding_urgent"
RIDGE = 4.0
# Of a cry, or of an ordinary message written to sound like one: alone, and beside a question; of all others.
WEIGHT, PAIR_WEIGHT, PLAIN_WEIGHT = 10.0, 4.0, 2.0
QUESTION_WORDS = range(6, 26)
MOST_QUESTIONS = 300
FILE = "cries.npz"


@dataclass(frozen=True)
class Examples:
    """What to learn from. Texts of one group are one message: alone, beside a question, without its own."""

    texts: list[str]
    cries: np.ndarray
    weights: np.ndarray
    groups: np.ndarray


class CryModel:
    """Fitted with `fit`, asked with `chances`, kept with `save` and `load`."""

    def __init__(self) -> None:
        self._mean = np.zeros(BLOCKS * DIMENSIONS, dtype=np.float32)
        self._weights = np.zeros(BLOCKS * DIMENSIONS + 1)
        self._steepness, self._shift = 1.0, 0.0

    def fit(self, vectors: np.ndarray, examples: Examples) -> np.ndarray:
        """Learn from the encoder's vectors [n, 1536] of the examples; give their held-out chances [n]."""
        self._mean = vectors.mean(0)
        rows, targets = self._rows(vectors), np.where(examples.cries, 1.0, -1.0)
        roots = np.sqrt(examples.weights)
        weighted = rows * roots[:, None]
        inverse = np.linalg.inv(weighted.T @ weighted + RIDGE * np.eye(rows.shape[1]))
        self._weights = inverse @ (weighted.T @ (roots * targets))
        missed = roots * (targets - rows @ self._weights)
        half = weighted @ inverse
        held_out = np.empty(len(targets))
        for group in _members(examples.groups):
            pull = half[group] @ weighted[group].T
            without = np.linalg.solve(np.eye(len(group)) - pull, missed[group])
            held_out[group] = targets[group] - without / roots[group]

        def surprise(line: np.ndarray) -> float:
            return float(np.logaddexp(0, -targets * (line[0] * held_out + line[1])).mean())

        self._steepness, self._shift = minimize(surprise, [5.0, 0.0]).x
        return self._squashed(held_out)

    def chances(self, vectors: np.ndarray) -> np.ndarray:
        """Give the chance that each message is a cry [n]."""
        return self._squashed(self._rows(vectors) @ self._weights)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        line = np.array([self._steepness, self._shift])
        np.savez(folder / FILE, mean=self._mean, weights=self._weights, line=line)

    @classmethod
    def load(cls, folder: Path) -> CryModel:
        """Read what `save` wrote."""
        model = cls()
        with np.load(folder / FILE) as arrays:
            model._mean, model._weights = arrays["mean"], arrays["weights"]
            model._steepness, model._shift = arrays["line"].tolist()
        return model

    def _rows(self, vectors: np.ndarray) -> np.ndarray:
        """Take the training mean off, make each block of length 1, add the constant."""
        blocks = (vectors - self._mean).reshape(len(vectors), BLOCKS, DIMENSIONS)
        blocks = blocks / (np.linalg.norm(blocks, axis=2, keepdims=True) * np.sqrt(BLOCKS) + 1e-9)
        return np.hstack([blocks.reshape(len(vectors), -1), np.ones((len(vectors), 1))]).astype(np.float64)

    def _squashed(self, scores: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-(self._steepness * scores + self._shift)))


def read_cries(path: Path) -> tuple[list[str], list[str]]:
    """Give the cries of the file, and the ordinary messages that sound like cries."""
    lists = YAML(typ="safe").load(path)
    return lists["cries"], lists["ordinary"]


def gather(phrases: list[str], topics: list[str], cries: list[str], ordinary: list[str]) -> Examples:
    """Give what to learn from: phrases, the lists, pairs of these with questions, what ordinary ones tell."""
    texts = [*phrases, *cries, *ordinary]
    of_phrases = [topic == CRY_TOPIC for topic in topics]
    are_cries = np.array([*of_phrases, *[True] * len(cries), *[False] * len(ordinary)])
    telling = are_cries | (np.arange(len(texts)) >= len(phrases))
    questions = _questions([phrase for phrase, cry in zip(phrases, are_cries, strict=False) if not cry])
    paired = np.flatnonzero(telling) if questions else np.zeros(0, dtype=np.int64)
    told = {row: told_besides(texts[row]) for row in np.flatnonzero(~are_cries)}
    rows = np.array([row for row, words in told.items() if words], dtype=np.int64)
    weights = np.where(telling, WEIGHT, PLAIN_WEIGHT)
    return Examples(
        texts=[
            *texts,
            *(beside_question(texts[row], questions) for row in paired),
            *(told[row] for row in rows),
        ],
        cries=np.concatenate([are_cries, are_cries[paired], are_cries[rows]]),
        weights=np.concatenate([weights, np.full(len(paired), PAIR_WEIGHT), weights[rows]]),
        groups=np.concatenate([np.arange(len(texts)), paired, rows]),
    )


def beside_question(text: str, questions: list[str]) -> str:
    """Give `text` before or after one of the questions, the same one when other questions come or go."""
    question = min(questions, key=lambda other: crc32(f"{text}{other}".encode()))
    first, second = (text, question) if crc32(text.encode()) % 2 else (question, text)
    return f"{first}{'' if first.endswith(('.', '?', '!')) else '.'} {second}"


def _questions(phrases: list[str]) -> list[str]:
    fitting = [phrase for phrase in phrases if len(phrase.split()) in QUESTION_WORDS]
    return sorted(fitting, key=lambda phrase: crc32(phrase.encode()))[:MOST_QUESTIONS]


def _members(groups: np.ndarray) -> list[np.ndarray]:
    order = np.argsort(groups, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(groups[order])) + 1)
