"""Showing what takes time, and how long it took."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launch.problems import CannotStart


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print `title ...` before a long piece of work and its seconds after it."""
    print(f"  {title} ...", end="", flush=True)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        print(" stopped", flush=True)
        raise
    print(f" {time.monotonic() - begun:.0f} s", flush=True)


def run_logged(
    command: list[str], log: Path, root: Path, failed: str, env: dict[str, str] | None = None
) -> None:
    """Run a command with its output in `log`. Raises CannotStart with `failed` and where to look."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        code = subprocess.call(command, cwd=root, stdout=output, stderr=subprocess.STDOUT, env=env)
    if code:
        shown = log.relative_to(root) if log.is_relative_to(root) else log
        raise CannotStart(f"{failed} The details are in {shown}.")
