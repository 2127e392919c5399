"""Imports point down, files stay small, importing does no work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = [
    "gateway",
    "actions",
    "bot",
    "kb",
    "casework",
    "deadlines",
    "letters",
    "storage",
    "safety",
    "privacy",
    "languages",
    "days",
    "english",
    "launch",
]
LONGEST = 250
STDLIB_ONLY = ["safety", "privacy", "languages", "english", "launch"]


def test_import_contracts_hold() -> None:
    linter = ROOT / ".venv" / "app" / "bin" / "lint-imports"
    done = subprocess.run([str(linter)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-1500:]


@pytest.mark.parametrize("package", STDLIB_ONLY)
def test_lowest_rooms_need_only_the_standard_library(package: str) -> None:
    names = [f"{path.parent.as_posix()}/{path.stem}" for path in (ROOT / package).glob("*.py")]
    modules = [
        Path(name).relative_to(ROOT).as_posix().replace("/", ".") for name in names if "__" not in name
    ]
    # -S leaves site-packages out: anything installed cannot be imported.
    program = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert modules
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("package", PACKAGES)
def test_files_stay_small(package: str) -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts and (lines := path.read_text().count("\n")) > LONGEST
    }
    assert long == {}


def test_importing_actions_and_gateway_opens_nothing() -> None:
    program = "import actions.answer, actions.safety, gateway.app, kb.build; print('quiet')"
    environment = {"PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "quiet", done.stderr[-500:]
