"""Is a message a cry for help, going by what it means? Kernel ridge regression on the encoder's vectors.

The fixed phrases of `safety` know words; this knows meaning. It is fitted on cries and on ordinary messages
that sound like them (`data/safety_cries.yml`), which count more than the training phrases; of these it takes
the ones nearest to a cry, and some of the rest. Each cry, and each message like one, is learnt alone and
beside an ordinary question: else two cries in three are missed when a question stands next to them. What an
ordinary message only tells, read without its question, is learnt as ordinary too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from ruamel.yaml import YAML
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize

from bot.asks import told_besides
from bot.space import Space

CRY_TOPIC = "safeguarding_urgent"
# The kernel of two messages is exp(GAMMA (c - 1)) + LINEAR c; c is the mean cosine of their encoder blocks.
# The second part carries what is learnt to messages unlike all others (docs/adr/0021).
GAMMA, LINEAR, RIDGE = 2.0, 2.0, 2.0
BLOCK_WEIGHTS = (1.0, 1.0)
# Of a cry, or of an ordinary message written to sound like one: alone, and beside a question; of all others.
WEIGHT, PAIR_WEIGHT, PLAIN_WEIGHT = 10.0, 4.0, 2.0
NEAR, EVEN = 4000, 2000  # of the other messages, learnt: the nearest to a cry, and some of the rest
FOLDS = 3
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

    def fit(self, vectors: np.ndarray, examples: Examples) -> np.ndarray:
        """Learn from the encoder's vectors [n, 1536] of the examples; give their held-out chances [n].

        Held out: what a model without a third of the groups, its own among them, makes of each example.
        """
        self._space = Space.of(vectors, BLOCK_WEIGHTS)
        rows = self._space.place(vectors)
        learnt = _worth_learning(rows, examples)
        scores = np.empty(len(rows))
        for fold in range(FOLDS):
            out = examples.groups % FOLDS == fold
            rest = learnt[~out[learnt]]
            scores[out] = _kernel(rows[out], rows[rest]) @ _dual(rows[rest], examples, rest)
        self._learnt, self._dual = rows[learnt], _dual(rows[learnt], examples, learnt)
        signs = np.where(examples.cries, 1.0, -1.0)

        def surprise(line: np.ndarray) -> float:
            return float(np.logaddexp(0, -signs * (line[0] * scores + line[1])).mean())

        self._steepness, self._shift = minimize(surprise, [5.0, -2.5]).x
        return self._squashed(scores)

    def chances(self, vectors: np.ndarray) -> np.ndarray:
        """Give the chance that each message is a cry [n]."""
        return self._squashed(_kernel(self._space.place(vectors), self._learnt) @ self._dual)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        np.savez(
            folder / FILE,
            mean=self._space.mean,
            directions=self._space.directions,
            learnt=self._learnt.astype(np.float16),
            dual=self._dual,
            line=np.array([self._steepness, self._shift]),
        )

    @classmethod
    def load(cls, folder: Path) -> CryModel:
        """Read what `save` wrote."""
        model = cls()
        with np.load(folder / FILE) as arrays:
            model._space = Space(arrays["mean"], arrays["directions"], BLOCK_WEIGHTS)
            model._learnt, model._dual = arrays["learnt"].astype(np.float32), arrays["dual"]
            model._steepness, model._shift = arrays["line"].tolist()
        return model

    def _squashed(self, scores: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-(self._steepness * scores + self._shift)))


def _worth_learning(rows: np.ndarray, examples: Examples) -> np.ndarray:
    """Give the numbers of the examples to fit: all that are like cries, and some of the others."""
    plain = np.flatnonzero((examples.weights == PLAIN_WEIGHT) & ~examples.cries)
    if len(plain) > NEAR + EVEN:
        likeness = (rows[plain] @ rows[examples.cries].T).max(1)
        order = np.argsort(-likeness, kind="stable")
        rest = np.sort(order[NEAR:])
        plain = plain[np.append(order[:NEAR], rest[np.linspace(0, len(rest) - 1, EVEN).astype(int)])]
    return np.union1d(np.flatnonzero((examples.weights != PLAIN_WEIGHT) | examples.cries), plain)


def _dual(rows: np.ndarray, examples: Examples, numbers: np.ndarray) -> np.ndarray:
    """Solve for what each learnt example adds (Rasmussen and Williams 2006, section 2.3)."""
    kernel = _kernel(rows, rows)
    kernel[np.diag_indices_from(kernel)] += RIDGE / examples.weights[numbers]
    factor = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
    return cho_solve(factor, examples.cries[numbers].astype(np.float32), check_finite=False)


def _kernel(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    cosines = some @ others.T
    return (np.exp(GAMMA * (cosines - 1)) + LINEAR * cosines).astype(np.float32)


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
