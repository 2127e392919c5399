"""Vectors of phrases met before: an editor who changes ten phrases waits for ten, not for thousands."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np

from bot.encoder.model import BLOCKS, DIMENSIONS, SentenceEncoder
from bot.encoder.weights import sha256_of

FILE = "seen.npz"
MOST_KEPT = 60_000
DIGEST = "S16"  # 16 bytes of SHA-256 name a text


class RememberingEncoder:
    """Encodes like `SentenceEncoder`, in half precision, and keeps every vector in the encoder's folder.

    Vectors of another encoder file are forgotten. First and later trainings get the very same numbers.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._maker = sha256_of(folder / "encoder.onnx")
        self._seen = self._read()

    def encode(self, texts: list[str]) -> np.ndarray:
        """Give float32 [len(texts), 2 * 768], each block of length 1."""
        names = [hashlib.sha256(text.encode()).digest()[:16] for text in texts]
        new = {name: text for name, text in zip(names, texts, strict=True) if name not in self._seen}
        if new:
            encoder = SentenceEncoder(self._folder, threads=0)
            vectors = encoder.encode(list(new.values())).astype(np.float16)
            self._seen.update(zip(new, vectors, strict=True))
            self._write()
        found = [self._seen[name] for name in names]
        return np.array(found, dtype=np.float32).reshape(len(texts), BLOCKS * DIMENSIONS)

    def meaning(self, texts: list[str]) -> np.ndarray:
        """Give the first block only: float32 [len(texts), 768], each row of length 1."""
        return self.encode(texts)[:, :DIMENSIONS]

    def _read(self) -> dict[bytes, np.ndarray]:
        path = self._folder / FILE
        if not path.is_file():
            return {}
        with np.load(path) as kept:
            if str(kept["maker"]) != self._maker:
                return {}
            # numpy drops zero bytes at the end of a byte string; put them back.
            names = (name.ljust(16, b"\0") for name in kept["names"].tolist())
            return dict(zip(names, kept["vectors"], strict=True))

    def _write(self) -> None:
        kept = list(self._seen.items())[-MOST_KEPT:]
        part = self._folder / f"{FILE}.{os.getpid()}.part"
        with part.open("wb") as file:
            np.savez(
                file,
                maker=np.array(self._maker),
                names=np.array([name for name, _ in kept], dtype=DIGEST),
                vectors=np.array([vector for _, vector in kept]),
            )
        os.replace(part, self._folder / FILE)
