"""Finding the two Pythons among programs that are missing, broken, or another version than their name."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from launch.problems import CannotStart
from launch.pythons import NEWEST_KNOWN, find_app_python, find_bot_python, works


@pytest.fixture
def python(only_path: Path, script: Any) -> Any:
    """Put a Python of some version on PATH, or anywhere else."""

    def put(name: str, version: str, folder: Path = only_path) -> Path:
        return script(folder / name, f"echo {version}")

    return put


@pytest.fixture
def uv(tmp_path: Path, script: Any) -> Any:
    """A uv that knows a Python at the path written in `found`, and can fetch one into `fetched`."""

    def make(found: Path | str = "", fetched: Path | str = "") -> Path:
        state, log = tmp_path / "uv-found", tmp_path / "uv-log"
        if found:
            state.write_text(f"{found}\n")
        fetch = f'echo "{fetched}" > "{state}"' if fetched else "exit 1"
        find = f'[ -f "{state}" ] || exit 2; read line < "{state}"; echo "$line"'
        return script(
            tmp_path / "uv",
            f'echo "$2" >> "{log}"\ncase "$2" in find) {find};; install) {fetch};; esac',
        )

    return make


def asked(tmp_path: Path) -> list[str]:
    return (tmp_path / "uv-log").read_text().split()


def test_this_very_python_works_as_what_it_is() -> None:
    here = sys.version_info[:2]
    assert works(Path(sys.executable), (here[0], here[1]))
    assert not works(Path(sys.executable), (3, 1))


@pytest.mark.parametrize(
    "body", ["exit 1", "echo 3.11; exit 1", "echo 3.12", "echo", "echo Python 3.11.2", "kill -9 $$"]
)
def test_a_program_that_does_not_answer_rightly_does_not_work(tmp_path: Path, script: Any, body: str) -> None:
    assert not works(script(tmp_path / "python3.11", body), (3, 11))


def test_what_cannot_be_run_does_not_work(tmp_path: Path) -> None:
    text = tmp_path / "python3.11"
    text.write_text("not a program")
    for path in (text, tmp_path, tmp_path / "missing"):
        assert not works(path, (3, 11))


@pytest.mark.parametrize("minor", range(11, NEWEST_KNOWN + 1))
@pytest.mark.parametrize("name", ["python3.{}", "python3", "python"])
def test_the_app_takes_any_known_python_from_3_11_on(python: Any, name: str, minor: int) -> None:
    assert python(name.format(minor), f"3.{minor}") == find_app_python()


def test_a_named_version_is_preferred_to_the_usual_python(python: Any) -> None:
    python("python3", "3.11")
    assert python("python3.11", "3.11") == find_app_python()


@pytest.mark.parametrize("version", ["3.10", "3.9", "2.7", "3.99"])
def test_another_python_is_not_taken_for_the_app(python: Any, version: str) -> None:
    python("python3", version)
    with pytest.raises(CannotStart, match="needs Python 3.11 or newer and found none that works"):
        find_app_python()


def test_a_broken_python_is_passed_over_for_one_that_works(python: Any, only_path: Path, script: Any) -> None:
    script(only_path / "python3.11", "echo 'pyenv: python3.11: command not found' >&2; exit 127")
    assert python("python3", "3.12") == find_app_python()


def test_a_python_whose_name_lies_is_taken_for_what_it_is(python: Any) -> None:
    python("python3.11", "3.10")
    assert python("python3.12", "3.12") == find_app_python()


def test_a_python_of_pyenv_is_found_without_being_on_path(python: Any, tmp_path: Path) -> None:
    folder = tmp_path / "pyenv" / "versions"
    python("python", "3.11", folder / "3.10.4" / "bin")
    assert python("python", "3.11", folder / "3.11.9" / "bin") == find_app_python()


def test_pyenv_is_looked_for_at_home_when_nothing_says_where(
    python: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYENV_ROOT")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert python("python", "3.12", tmp_path / ".pyenv/versions/3.12.1/bin") == find_app_python()


def test_the_bot_takes_a_python_3_10_from_path_without_asking_uv(
    python: Any, uv: Any, tmp_path: Path
) -> None:
    assert python("python3.10", "3.10") == find_bot_python(uv())
    assert not (tmp_path / "uv-log").exists()


def test_the_bot_takes_a_python_that_uv_knows(python: Any, uv: Any, tmp_path: Path) -> None:
    known = python("python", "3.10", tmp_path / "uv-pythons")
    assert find_bot_python(uv(found=known)) == known
    assert asked(tmp_path) == ["find"]


def test_the_bots_python_is_fetched_where_there_is_none(python: Any, uv: Any, tmp_path: Path) -> None:
    python("python3", "3.12")
    fetched = python("python", "3.10", tmp_path / "uv-pythons")
    assert find_bot_python(uv(fetched=fetched)) == fetched
    assert asked(tmp_path) == ["find", "install", "find"]


@pytest.mark.parametrize("version", ["3.11", "3.9"])
def test_the_bot_takes_no_other_python_not_even_from_uv(
    python: Any, uv: Any, tmp_path: Path, version: str
) -> None:
    python("python3", version)
    other = python("python", version, tmp_path / "uv-pythons")
    with pytest.raises(CannotStart, match=re.escape("needs Python 3.10 (Rasa accepts none newer)")):
        find_bot_python(uv(found=other, fetched=other))
