"""What the Makefile calls: exit codes, and one sentence instead of a traceback."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from launch import __main__ as launcher
from launch.problems import CannotStart

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def same_signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the commands instead of obeying them."""
    given: list[str] = []
    monkeypatch.setattr(launcher, "_command", lambda name: given.append(name) or 0)
    return given


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def failing(name: str) -> int:
        raise error

    monkeypatch.setattr(launcher, "_command", failing)
    monkeypatch.setattr(sys, "argv", ["launch", "run"])


@pytest.mark.parametrize("name", ["run", "setup", "setup-dev", "train", "stop"])
def test_each_command_is_obeyed(command: list[str], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "argv", ["launch", name])
    assert launcher.main() == 0
    assert command == [name]


@pytest.mark.parametrize("argv", [[], ["fly"], ["run", "stop"]])
def test_another_command_is_refused(
    command: list[str], monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["launch", *argv])
    with pytest.raises(SystemExit) as ended:
        launcher.main()
    assert ended.value.code == 2
    assert command == []


def test_what_stops_a_start_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, CannotStart("Port 8000 is in use."))
    assert launcher.main() == 1
    assert capsys.readouterr() == ("", "\nPort 8000 is in use.\n")


def test_ctrl_c_is_no_failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    assert launcher.main() == 0
    assert capsys.readouterr().out == "\nStopped.\n"


def test_an_old_python_is_told_which_one_is_needed(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 0))
    assert launcher.main() == 1
    assert "needs Python 3.10 or newer" in capsys.readouterr().err
    assert command == []


def test_the_launcher_needs_nothing_that_is_not_in_the_standard_library() -> None:
    modules = ", ".join(f"launch.{path.stem}" for path in (ROOT / "launch").glob("[!_]*.py"))
    bare = [sys.executable, "-S", "-c", f"import launch.__main__, {modules}"]
    subprocess.run(bare, cwd=ROOT, check=True, capture_output=True)
