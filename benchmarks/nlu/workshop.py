"""Trainings and readings, each in a fresh process, in a copy of the project that is made of links.

The copy has an encoder folder of its own, so "cold" (no vectors kept from before) costs the real project
nothing: its kept vectors are neither moved nor written to, even if a run is stopped half way.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.nlu.systems import System, write_config
from launch.build import QUIET

KEPT_VECTORS = "seen.npz"
NOT_SHARED = {"var", "models"}


class Failed(Exception):
    """A process ended badly; the message is the end of what it said."""


def link_project(root: Path, folder: Path, warm: bool) -> Path:
    """Fill `folder` with links to the project; with the kept vectors if `warm`."""
    _link(root, folder, NOT_SHARED)
    _link(root / "var", folder / "var", {"encoder", "bench"})
    _link(root / "var" / "encoder", folder / "var" / "encoder", set() if warm else {KEPT_VECTORS})
    return folder


def train(project: Path, system: System, data: Path, name: str) -> tuple[Path, float]:
    """Train as a user would, with nothing in Rasa's cache; give the model and the wall seconds."""
    out = project / "models"
    config = project / f"{name}-config.yml"
    write_config(system, config)
    domain = data / "domain.yml" if (data / "domain.yml").is_file() else project / "domain.yml"
    command = ["-m", system.module, "train", "nlu", "--config", str(config), "--domain", str(domain)]
    command += ["--nlu", str(data / "nlu"), "--out", str(out), "--fixed-model-name", name]
    begun = time.monotonic()
    _python(project, command, {"RASA_CACHE_DIRECTORY": str(project / f"{name}-cache")})
    return out / f"{name}.tar.gz", time.monotonic() - begun


def read(project: Path, system: System, model: Path, texts: list[str], timed: list[str]) -> dict[str, Any]:
    """Have the model read `timed` one after another by the clock, then `texts` (see `reading`)."""
    questions, answers = project / "questions.json", project / "answers.json"
    questions.write_text(json.dumps({"timed": timed, "texts": texts}), encoding="utf-8")
    try:
        _python(
            project,
            ["-m", "benchmarks.nlu.reading", system.module, str(model), str(questions), str(answers)],
            {},
        )
        return json.loads(answers.read_text(encoding="utf-8"))
    finally:
        questions.unlink()
        answers.unlink(missing_ok=True)


def learnt(model: Path) -> int | None:
    """Give how many phrases our topic model, or the nearest phrase, holds; None if the model is another's."""
    with tarfile.open(model) as archive:
        for member in archive:
            # The answer finder keeps a `topics.npz` too.
            if member.name.endswith("npz") and re.search(
                r"TopicClassifier\d*/topics|NearestPhrase", member.name
            ):
                file = archive.extractfile(member)
                assert file is not None
                return len(np.load(io.BytesIO(file.read()))["vectors"])
    return None


def _python(project: Path, arguments: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *arguments],
        cwd=project,
        env={**os.environ, **QUIET, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        # Only the last line: a traceback names no phrase, but logs might.
        raise Failed(" ".join(done.stderr.strip().splitlines()[-1:])[:300])


def _link(source: Path, target: Path, without: set[str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.name not in without and not path.name.startswith("."):
            (target / path.name).symlink_to(path.resolve())
