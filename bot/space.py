"""The space in which messages are compared: the encoder's blocks without what all messages share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import eigh

from bot.encoder.model import BLOCKS, DIMENSIONS

DIRECTIONS = 512  # the encoder's 1536 numbers say no more than this many (docs/adr/0010)


@dataclass(frozen=True)
class Space:
    """Made with `of` from many vectors; `place` puts others into it."""

    mean: np.ndarray  # [1536]
    directions: np.ndarray  # [1536, 512]
    weights: tuple[float, ...]  # what each block counts, the last layer's first

    @classmethod
    def of(cls, vectors: np.ndarray, weights: tuple[float, ...]) -> Space:
        """Find the mean and the principal directions of encoder vectors [n, 1536]."""
        mean = vectors.mean(0)
        blocks = _blocks(vectors, mean, weights)
        size = blocks.shape[1]
        _, directions = eigh(blocks.T @ blocks, subset_by_index=[size - DIRECTIONS, size - 1])
        return cls(mean, directions.astype(np.float32), weights)

    def place(self, vectors: np.ndarray) -> np.ndarray:
        """Give float32 [n, 512] of length 1: a product of two rows is a mean cosine of their blocks."""
        turned = _blocks(vectors, self.mean, self.weights) @ self.directions
        return turned / (np.linalg.norm(turned, axis=1, keepdims=True) + 1e-9)


def _blocks(vectors: np.ndarray, mean: np.ndarray, weights: tuple[float, ...]) -> np.ndarray:
    """Take the mean off; make each block, then the weighted whole, of length 1."""
    blocks = (vectors - mean).reshape(len(vectors), BLOCKS, DIMENSIONS)
    blocks = blocks / (np.linalg.norm(blocks, axis=2, keepdims=True) + 1e-9)
    shares = np.sqrt(np.array(weights, dtype=np.float32) / sum(weights))
    return (blocks * shares[:, None]).reshape(len(vectors), -1).astype(np.float32)
