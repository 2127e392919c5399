"""Showing what takes time, and where a failed command left its words."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from launch.problems import CannotStart
from launch.progress import run_logged, step


def test_a_step_is_named_before_and_timed_after(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Training"):
        assert capsys.readouterr().out == "  Training ..."
    assert re.fullmatch(r" \d+ s\n", capsys.readouterr().out)


def test_a_step_that_fails_says_that_it_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CannotStart), step("Training"):
        raise CannotStart("no")
    assert capsys.readouterr().out == "  Training ... stopped\n"


def test_a_commands_words_go_to_its_log_and_replace_the_last(tmp_path: Path) -> None:
    log = tmp_path / "var" / "log" / "x.log"
    for word in ("one", "two"):
        run_logged(["/bin/sh", "-c", f"echo {word}; echo also >&2"], log, tmp_path, "It failed.")
        assert log.read_text() == f"{word}\nalso\n"


def test_a_command_runs_in_the_root_with_the_environment_given(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    run_logged(["/bin/sh", "-c", "pwd; echo $CHOSEN"], log, tmp_path, "It failed.", {"CHOSEN": "so"})
    assert log.read_text() == f"{os.path.realpath(tmp_path)}\nso\n"


@pytest.mark.parametrize(
    ("log", "shown"), [("root/var/x.log", "var/x.log"), ("elsewhere/x.log", "{tmp}/elsewhere/x.log")]
)
def test_a_failure_says_what_failed_and_where_to_look(tmp_path: Path, log: str, shown: str) -> None:
    (tmp_path / "root").mkdir()
    with pytest.raises(CannotStart) as stopped:
        run_logged(["/bin/sh", "-c", "exit 3"], tmp_path / log, tmp_path / "root", "It failed.")
    assert str(stopped.value) == f"It failed. The details are in {shown.format(tmp=tmp_path)}."
