"""A browser for the tests: the machine's own, else Debian's, else Playwright's, else a sentence."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from launch import browsers
from launch.browsers import COMMANDS, find_chromium, get_chromium
from launch.problems import CannotStart


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "asked"
    path.write_text("")
    return path


@pytest.fixture
def python(tmp_path: Path, script: Any, log: Path) -> Any:
    """An environment's Python whose Playwright has, or can fetch, a browser of its own (or cannot)."""

    def make(has: bool = False, fetches: bool = False) -> Path:
        own = tmp_path / "own-chromium"
        if has:
            script(own, "exit 0")
        fetch = "exit 0" if fetches else "echo no route to host; exit 1"
        install = f'echo playwright >> "{log}"; {fetch}'
        return script(tmp_path / "python", f'case "$1" in -c) echo "{own}";; -m) {install};; esac')

    return make


@pytest.fixture
def apt(only_path: Path, script: Any, log: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A Debian where root installs Chromium, or where that fails."""

    def make(works: bool = True, user: int = 0) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: user)
        chromium = only_path / "chromium"
        made = f'printf "#!/bin/sh\\n" > "{chromium}"; /bin/chmod 755 "{chromium}"'
        body = f'[ "$1" = install ] && {{ {made if works else "exit 100"}; }}; exit 0'
        script(only_path / "apt-get", f'echo "apt-get $1" >> "{log}"\n{body}')

    return make


@pytest.mark.parametrize("name", COMMANDS)
def test_the_machines_own_browser_is_found(only_path: Path, script: Any, name: str) -> None:
    assert find_chromium() is None
    assert script(only_path / name, "exit 0") == find_chromium()


def test_the_browser_that_is_named_wins(
    only_path: Path, script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(only_path / "chromium", "exit 0")
    named = script(tmp_path / "my chrome", "exit 0")
    monkeypatch.setenv("SIGNPOST_CHROMIUM", str(named))
    assert find_chromium() == named


def test_a_named_browser_that_is_none_stops_with_a_sentence(
    only_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "chromium"
    text.write_text("not a program")
    monkeypatch.setenv("SIGNPOST_CHROMIUM", str(text))
    with pytest.raises(CannotStart, match="^SIGNPOST_CHROMIUM must be the path of a browser"):
        find_chromium()


def test_nothing_is_fetched_where_there_is_a_browser(
    root: Path, python: Any, apt: Any, only_path: Path, script: Any, log: Path
) -> None:
    apt()
    script(only_path / "google-chrome", "exit 0")
    get_chromium(root, python())
    assert log.read_text() == ""


def test_nothing_is_fetched_where_playwright_has_its_own(
    root: Path, python: Any, apt: Any, log: Path
) -> None:
    apt()
    get_chromium(root, python(has=True))
    assert log.read_text() == ""


def test_root_gets_debians_browser(root: Path, python: Any, apt: Any, log: Path) -> None:
    apt()
    get_chromium(root, python())
    assert log.read_text().splitlines() == ["apt-get update", "apt-get install"]


def test_who_may_not_install_gets_playwrights_browser(root: Path, python: Any, apt: Any, log: Path) -> None:
    apt(user=1000)
    get_chromium(root, python(fetches=True))
    assert log.read_text().splitlines() == ["playwright"]


def test_playwrights_browser_is_tried_where_debian_has_none(
    root: Path, python: Any, apt: Any, log: Path
) -> None:
    apt(works=False)
    get_chromium(root, python(fetches=True))
    assert log.read_text().splitlines() == ["apt-get update", "apt-get install", "playwright"]


def test_no_browser_at_all_stops_with_what_to_install(root: Path, python: Any, apt: Any) -> None:
    apt(works=False)
    with pytest.raises(CannotStart) as stopped:
        get_chromium(root, python())
    assert str(stopped.value).startswith(browsers.NO_BROWSER)
    assert "apt install chromium" in str(stopped.value)
    assert "var/log/setup-browser.log" in str(stopped.value)
    assert "no route to host" in (root / "var/log/setup-browser.log").read_text()
