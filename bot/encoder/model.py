"""Sentences in, unit vectors out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

DIMENSIONS = 768
BLOCKS = 2  # pooled layers 12 and 8; the first block alone is the meaning
MAX_TOKENS = 256
PADDING = {"pad_id": 1, "pad_token": "<pad>"}
BATCH = 32


class SentenceEncoder:
    """The encoder built by `bot.encoder.build`, loaded from its folder."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding(**PADDING)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Waiting threads sleep: a bot that spins takes the processor from everything else on the machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: list[str]) -> np.ndarray:
        """Give float32 [len(texts), 2 * 768], each block of length 1. Texts over 256 word pieces are cut."""
        vectors = np.zeros((len(texts), BLOCKS * DIMENSIONS), dtype=np.float32)
        # Neighbours of one length share a batch: padding would cost more than the work itself.
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            encodings = self._tokenizer.encode_batch([texts[row] for row in rows])
            inputs = {
                "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
            }
            vectors[rows] = self._session.run(None, inputs)[0]
        return vectors

    def meaning(self, texts: list[str]) -> np.ndarray:
        """Give the first block only: float32 [len(texts), 768], each row of length 1."""
        return self.encode(texts)[:, :DIMENSIONS]
