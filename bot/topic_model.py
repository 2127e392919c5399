"""Which topic, or which answer: kernel ridge regression over what a message means and how it is worded.

The kernel of two messages is `exp(GAMMA (c - 1)) + WORDS w + LETTERS l`: c is the mean cosine of their
encoder blocks, w and l the cosines of their word and letter n-grams (TF-IDF). Fitting is one linear system,
and the answer each training message would have got had it been left out is exact and costs nothing
(Rasmussen and Williams 2006, section 5.4.2), so the temperature is set on honest predictions.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import scipy.sparse
from scipy.linalg import cho_factor, cho_solve
from scipy.linalg.lapack import strtri
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.space import Space

GAMMA, WORDS, LETTERS, RIDGE = 1.0, 0.15, 0.15, 0.1
BLOCK_WEIGHTS = (2.0, 1.0)  # the last layer counts double
GRAMS = (("word", 1, 2), ("char_wb", 2, 5))
BLOCK = 1024
TEMPERATURES = np.geomspace(0.01, 0.5, 60)


class TopicModel:
    """Fitted with `fit`, asked with `predict`, kept with `save` and `load`."""

    def __init__(self) -> None:
        self.classes = np.zeros(0, dtype=str)
        self.temperature = 1.0
        self._grams: list[TfidfVectorizer] = []
        # The phrases' n-grams, one row per n-gram: turning them for every message would cost 20 ms each time.
        self._gram_columns: list[scipy.sparse.csr_matrix] = []

    def fit(self, vectors: np.ndarray, texts: list[str], labels: np.ndarray) -> np.ndarray:
        """Learn from encoder vectors [n, 1536] and texts; give held-out probabilities [n, classes]."""
        self.classes, index = np.unique(labels, return_inverse=True)
        targets = np.eye(len(self.classes), dtype=np.float32)[index]
        self._space = Space.of(vectors, BLOCK_WEIGHTS)
        self._vectors = self._space.place(vectors)
        self._grams = [self._vectorizer(*grams) for grams in GRAMS]
        rows = [grams.fit_transform(texts) for grams in self._grams]
        self._gram_columns = [kept.T.tocsr() for kept in rows]
        kernel = self._own_kernel(rows)
        kernel[np.diag_indices_from(kernel)] += RIDGE
        factor = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
        self._dual = cho_solve(factor, targets, check_finite=False).astype(np.float32)
        held_out = targets - self._dual / _inverse_diagonal(factor[0])[:, None]
        self.temperature = min(TEMPERATURES, key=lambda t: _surprise(held_out / t, index))
        return _softmax(held_out / self.temperature)

    def predict(self, vectors: np.ndarray, texts: list[str]) -> np.ndarray:
        """Give the probability of each class [n, classes]."""
        return _softmax(self.scores(vectors, texts) / self.temperature)

    def scores(self, vectors: np.ndarray, texts: list[str]) -> np.ndarray:
        """Give how much each class is meant [n, classes]: about 1 if wholly, about 0 if not at all."""
        rows = [grams.transform(texts) for grams in self._grams]
        return self._kernel(self._space.place(vectors), rows) @ self._dual

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        np.savez(
            folder / "topics.npz",
            classes=self.classes,
            temperature=self.temperature,
            mean=self._space.mean,
            directions=self._space.directions,
            vectors=self._vectors.astype(np.float16),
            dual=self._dual,
        )
        for (analyzer, _, _), grams, columns in zip(GRAMS, self._grams, self._gram_columns, strict=True):
            words = grams.get_feature_names_out()
            np.savez(folder / f"{analyzer}.npz", words=words.astype(str), idf=grams.idf_)
            scipy.sparse.save_npz(folder / f"{analyzer}-columns.npz", columns)

    @classmethod
    def load(cls, folder: Path) -> TopicModel:
        """Read what `save` wrote."""
        model = cls()
        arrays = np.load(folder / "topics.npz")
        model.classes, model.temperature = arrays["classes"], float(arrays["temperature"])
        model._space = Space(arrays["mean"], arrays["directions"], BLOCK_WEIGHTS)
        model._dual = arrays["dual"]
        model._vectors = arrays["vectors"].astype(np.float32)
        for analyzer, shortest, longest in GRAMS:
            kept = np.load(folder / f"{analyzer}.npz")
            words = {str(word): column for column, word in enumerate(kept["words"])}
            grams = cls._vectorizer(analyzer, shortest, longest, words)
            grams.idf_ = kept["idf"]
            model._grams.append(grams)
            model._gram_columns.append(scipy.sparse.load_npz(folder / f"{analyzer}-columns.npz"))
        return model

    def _kernel(self, vectors: np.ndarray, gram_rows: list) -> np.ndarray:
        kernel = np.exp(GAMMA * (vectors @ self._vectors.T - 1)).astype(np.float32)
        for weight, rows, columns in zip((WORDS, LETTERS), gram_rows, self._gram_columns, strict=True):
            kernel += weight * (rows @ columns).toarray()
        return kernel

    def _own_kernel(self, gram_rows: list) -> np.ndarray:
        """Give the kernel of the training messages with each other; only its lower triangle is right."""
        kernel = np.exp(GAMMA * (self._vectors @ self._vectors.T - 1)).astype(np.float32)

        def add(start: int) -> None:
            stop = start + BLOCK
            for weight, rows, columns in zip((WORDS, LETTERS), gram_rows, self._gram_columns, strict=True):
                kernel[start:stop, :stop] += weight * (rows[start:stop] @ columns[:, :stop]).toarray()

        # Products of n-grams are most of the work of training; scipy lets threads run side by side in them.
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            list(threads.map(add, range(0, len(kernel), BLOCK)))
        return kernel

    @staticmethod
    def _vectorizer(
        analyzer: str, shortest: int, longest: int, vocabulary: dict[str, int] | None = None
    ) -> TfidfVectorizer:
        return TfidfVectorizer(
            analyzer=analyzer,
            ngram_range=(shortest, longest),
            sublinear_tf=True,
            vocabulary=vocabulary,
            token_pattern=r"(?u)\b\w+\b" if analyzer == "word" else None,
            dtype=np.float32,
        )


def _inverse_diagonal(factor: np.ndarray) -> np.ndarray:
    """Give the diagonal of the inverse of L L^T: the squared columns of L's inverse. L is overwritten."""
    inverse, _ = strtri(factor, lower=1, overwrite_c=1)
    # Above the diagonal stands what was there before.
    return np.array([np.dot(inverse[row:, row], inverse[row:, row]) for row in range(len(inverse))])


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def _surprise(scores: np.ndarray, index: np.ndarray) -> float:
    """Mean negative log probability of the right class."""
    return -float(np.log(_softmax(scores)[np.arange(len(index)), index] + 1e-12).mean())
