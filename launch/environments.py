"""The two environments, made from the hashed locks and left alone while their locks do not change."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from launch.problems import CannotStart
from launch.progress import run_logged, step
from launch.pythons import find_app_python, find_bot_python

NO_ENVIRONMENT = "A Python environment could not be made; is there room on the disk?"
BUSY_OR_OFFLINE = "Some packages could not be fetched; check the network and run again."


class Environments:
    """`.venv/{tools,app,bot}` below the project's root."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".venv"

    def python(self, name: str) -> Path:
        """Give the path of an environment's Python, made or not."""
        return self._folder / name / "bin" / "python"

    def make(self, dev: bool = False) -> None:
        """Make what is missing or out of date. Raises CannotStart."""
        app_locks, bot_locks = ["app"], ["bot"]
        if dev:
            app_locks, bot_locks = ["app", "dev"], ["bot", "bot-dev"]
        if not self._fits("tools", ["tools"]):
            with step("Fetching uv, which installs the rest"):
                self._make_tools()
        uv = self._folder / "tools" / "bin" / "uv"
        if not self._fits("app", app_locks):
            with step("Installing the assistant's packages (Python 3.11 or newer)"):
                self._install(uv, "app", app_locks, find_app_python())
        if not self._fits("bot", bot_locks):
            with step("Installing the bot's packages (Python 3.10, about 3 GB)"):
                self._install(uv, "bot", bot_locks, find_bot_python(uv))

    def _make_tools(self) -> None:
        shutil.rmtree(self._folder / "tools", ignore_errors=True)
        log = self._root / "var" / "log" / "setup-tools.log"
        made = [str(find_app_python()), "-m", "venv", str(self._folder / "tools")]
        run_logged(made, log, self._root, NO_ENVIRONMENT)
        pip = [str(self.python("tools")), "-m", "pip", "install", "-q", "--require-hashes", "-r"]
        run_logged([*pip, str(self._lock("tools"))], log, self._root, BUSY_OR_OFFLINE)
        self._stamp("tools", ["tools"])

    def _install(self, uv: Path, name: str, locks: list[str], python: Path) -> None:
        log = self._root / "var" / "log" / f"setup-{name}.log"
        folder = str(self._folder / name)
        if not self.python(name).exists():
            made = [str(uv), "venv", "-q", "--clear", "-p", str(python), folder]
            run_logged(made, log, self._root, NO_ENVIRONMENT)
        # The locks are whole, so nothing needs to be resolved again.
        command = [str(uv), "pip", "install", "--no-deps", "--require-hashes", "-p", str(self.python(name))]
        # Where Python may not keep what it compiles (PYTHONDONTWRITEBYTECODE), each start would cost 15 s.
        command += ["--compile-bytecode"]
        for lock in locks:
            command += ["-r", str(self._lock(lock))]
        run_logged(command, log, self._root, BUSY_OR_OFFLINE, env=_uv_environment())
        self._stamp(name, locks)

    def _lock(self, name: str) -> Path:
        path = self._root / "requirements" / f"{name}.txt"
        if not path.is_file():
            raise CannotStart(
                f"requirements/{name}.txt is missing; get it back with `git checkout requirements`."
            )
        return path

    def _fits(self, name: str, locks: list[str]) -> bool:
        stamp = self._folder / name / "locks.sha256"
        have = stamp.read_text().split() if stamp.is_file() else []
        return self.python(name).exists() and set(self._hashes(locks)) <= set(have)

    def _stamp(self, name: str, locks: list[str]) -> None:
        (self._folder / name / "locks.sha256").write_text("\n".join(self._hashes(locks)))

    def _hashes(self, locks: list[str]) -> list[str]:
        return [hashlib.sha256(self._lock(lock).read_bytes()).hexdigest() for lock in locks]


def _uv_environment() -> dict[str, str]:
    """Give uv the machine's own certificates, and the package index that pip was told to use, if any."""
    env = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", **os.environ}
    index = env.get("PIP_INDEX_URL")
    if index and not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & env.keys():
        env["UV_DEFAULT_INDEX"] = index
    return env
