"""Finding the browser that the browser tests drive; fetched for developers only, never by `make run`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from launch.problems import CannotStart
from launch.progress import run_logged, step

COMMANDS = ("chromium", "chromium-browser", "google-chrome")
WHERE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
NO_BROWSER = (
    "The browser tests need Chromium and found none that could be fetched; install it (for example "
    "`apt install chromium`), or name one: SIGNPOST_CHROMIUM=/path/to/chromium make test."
)


def find_chromium() -> Path | None:
    """Give the machine's own Chromium, if any. Raises CannotStart where SIGNPOST_CHROMIUM is wrong."""
    named = os.environ.get("SIGNPOST_CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            raise CannotStart(f"SIGNPOST_CHROMIUM must be the path of a browser, and {named!r} is none.")
        return Path(found)
    return next((Path(path) for path in map(shutil.which, COMMANDS) if path), None)


def get_chromium(root: Path, python: Path) -> None:
    """See to it that there is a Chromium: the machine's, Debian's, or Playwright's own.

    `python` is the environment that has Playwright. Raises CannotStart.
    """
    if find_chromium() or _playwrights_own(python):
        return
    log = root / "var" / "log" / "setup-browser.log"
    with step("Fetching Chromium for the browser tests"):
        # Debian is asked first: where Playwright's own server is not reachable, it waits for minutes.
        if shutil.which("apt-get") and os.geteuid() == 0 and _installed(root, log):
            return
        run_logged([str(python), "-m", "playwright", "install", "chromium"], log, root, NO_BROWSER)


def _installed(root: Path, log: Path) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run_logged(["apt-get", "update", "-q"], log, root, NO_BROWSER, env=quiet)
        run_logged(["apt-get", "install", "-q", "-y", "chromium"], log, root, NO_BROWSER, env=quiet)
    except CannotStart:
        return False
    return find_chromium() is not None


def _playwrights_own(python: Path) -> bool:
    told = subprocess.run([str(python), "-c", WHERE], capture_output=True, text=True, check=False)
    return told.returncode == 0 and Path(told.stdout.strip()).is_file()
