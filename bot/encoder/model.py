"""Sentences in, unit vectors out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

DIMENSIONS = 768
BLOCKS = 2  # pooled layers 12 and 8; the first block alone is the meaning
MAX_TOKENS = 256
PADDING = 1
BATCH = 32
LIKE = 1.2


class SentenceEncoder:
    """The encoder built by `bot.encoder.build`, loaded from its folder."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        # The official file pads everything to 128 pieces.
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads may spin within a message, which saves 2 ms of waking, and sleep after it: a bot that spins
        # on takes the processor from everything else on the machine.
        options.add_session_config_entry("session.force_spinning_stop", "1")
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: list[str]) -> np.ndarray:
        """Give float32 [len(texts), 2 * 768], each block of length 1. Texts over 256 word pieces are cut."""
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        vectors = np.zeros((len(texts), BLOCKS * DIMENSIONS), dtype=np.float32)
        for rows in _of_like_length([len(ids) for ids in pieces]):
            vectors[rows] = self._session.run(None, _padded([pieces[row] for row in rows]))[0]
        return vectors

    def meaning(self, texts: list[str]) -> np.ndarray:
        """Give the first block only: float32 [len(texts), 768], each row of length 1."""
        return self.encode(texts)[:, :DIMENSIONS]


def _of_like_length(lengths: list[int]) -> Iterator[list[int]]:
    """Give the texts' numbers in batches: padding a short ask to its long message would double the work."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == BATCH or lengths[row] > LIKE * lengths[batch[0]] + 2):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _padded(pieces: list[list[int]]) -> dict[str, np.ndarray]:
    longest = max(map(len, pieces))
    ids = np.full((len(pieces), longest), PADDING, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, of_text in enumerate(pieces):
        ids[row, : len(of_text)], mask[row, : len(of_text)] = of_text, 1
    return {"input_ids": ids, "attention_mask": mask}
