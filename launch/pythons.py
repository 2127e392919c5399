"""Finding the two Pythons: 3.10 for the bot (the newest that Rasa accepts), 3.11 or newer for the rest."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from launch.problems import CannotStart

Version = tuple[int, int]
NEWEST_KNOWN = 14
ASK = "import sys, venv, ssl, sqlite3; print('%d.%d' % sys.version_info[:2])"


def find_app_python() -> Path:
    """Give a Python 3.11 or newer that works. Raises CannotStart."""
    found = _first([(3, minor) for minor in range(11, NEWEST_KNOWN + 1)])
    if found is None:
        raise CannotStart(
            "Signpost needs Python 3.11 or newer and found none that works; "
            "install it (for example `apt install python3` or `uv python install 3.11`) and run again."
        )
    return found


def find_bot_python(uv: Path) -> Path:
    """Give a Python 3.10 that works: from PATH, pyenv or uv, else fetched by uv. Raises CannotStart."""
    found = _first([(3, 10)]) or _from_uv(uv)
    if found is None:
        subprocess.run([str(uv), "python", "install", "-q", "3.10"], capture_output=True, check=False)
        found = _from_uv(uv)
    if found is None:
        raise CannotStart(
            "The bot needs Python 3.10 (Rasa accepts none newer) and found none that works; "
            "install it (for example `pyenv install 3.10` or `uv python install 3.10`) and run again."
        )
    return found


def _first(versions: list[Version]) -> Path | None:
    return next(
        (python for version in versions for python in _candidates(version) if works(python, version)), None
    )


def _candidates(version: Version) -> Iterator[Path]:
    name = "python{}.{}".format(*version)
    for command in (name, "python3", "python"):
        found = shutil.which(command)
        if found:
            yield Path(found)
    # A pyenv shim on PATH may stand for another version than the one asked for.
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(pyenv.glob("versions/{}.{}.*/bin/python".format(*version)), reverse=True)


def works(python: Path, version: Version) -> bool:
    """Tell whether `python` runs, is of `version`, and has what environments need."""
    try:
        answer = subprocess.run(
            [str(python), "-c", ASK], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and answer.stdout.strip() == "{}.{}".format(*version)


def _from_uv(uv: Path) -> Path | None:
    found = subprocess.run(
        [str(uv), "python", "find", "--no-project", "3.10"], capture_output=True, text=True, check=False
    )
    path = Path(found.stdout.strip()) if found.returncode == 0 and found.stdout.strip() else None
    return path if path and works(path, (3, 10)) else None
