"""Rasa's own test stories on the trained model: each intent leads to its action, whatever came before."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from launch.build import QUIET, Builder
from launch.environments import Environments

ROOT = Path(__file__).resolve().parents[2]


def test_every_test_story_goes_as_written(tmp_path: Path) -> None:
    environments = Environments(ROOT)
    model = Builder(ROOT, environments).build()
    command = [str(environments.python("bot")), "-m", "rasa", "test", "core", "--fail-on-prediction-errors"]
    command += ["--stories", "tests/stories", "--model", str(model), "--out", str(tmp_path)]
    local = {"SIGNPOST_ACTIONS_URL": "http://127.0.0.1:9/webhook", "SIGNPOST_TRACKER_URL": "sqlite://"}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **QUIET, **local}, capture_output=True, text=True, check=False
    )
    failed = tmp_path / "failed_test_stories.yml"
    assert done.returncode == 0, failed.read_text() if failed.is_file() else done.stderr[-1500:]
