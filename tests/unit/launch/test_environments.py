"""The environments are made once, mended when something is missing, and left alone otherwise."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from launch.environments import Environments
from launch.problems import CannotStart

LOCKS = ("tools", "app", "dev", "bot", "bot-dev")


class Machine:
    """A root with locks, and pretended Pythons and uv that write down what they are asked to do."""

    def __init__(self, root: Path, folder: Path, script: Any) -> None:
        self.root, self._log, self._script, self._folder = root, folder / "log", script, folder
        (root / "requirements").mkdir()
        for name in LOCKS:
            self.lock(name).write_text(f"{name}==1 --hash=sha256:0\n")
        for version in ("3.11", "3.10"):
            make = 'mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; ' + f'cp "{folder}/uv" "$3/bin/uv"'
            venv = f'[ "$2" = venv ] && {{ {make}; }}; exit 0'
            self._write(f"python{version}", f'case "$1" in -c) echo {version}; exit 0;; esac', venv)
        self.uv("exit 0")

    def uv(self, pip: str, venv: str = 'shift 5; mkdir -p "$1/bin"; cp "$0" "$1/bin/python"') -> None:
        """Say how uv does its two works, also the uv that is installed already."""
        self._write("uv", "", f'case "$1" in pip) {pip};; venv) {venv};; esac')
        installed = self.root / ".venv/tools/bin/uv"
        if installed.exists():
            installed.write_text((self._folder / "uv").read_text())

    def lock(self, name: str) -> Path:
        return self.root / "requirements" / f"{name}.txt"

    def make(self, dev: bool = False) -> list[str]:
        """Make the environments; give what was run, a word each."""
        self._log.write_text("")
        Environments(self.root).make(dev)
        return self.done()

    def lines(self) -> list[str]:
        return self._log.read_text().splitlines()

    def done(self) -> list[str]:
        """Tell each installation as its locks, and each environment made as `venv NAME`."""
        told = []
        for line in self.lines():
            words = line.replace(str(self.root), "").split()
            locks = [
                word.removeprefix("/requirements/").removesuffix(".txt") for word in words if ".txt" in word
            ]
            told.append("+".join(locks) if locks else f"venv {words[-1].rpartition('/')[2]}")
        return told

    def index(self) -> str:
        """Give the package index that the last program was told."""
        return (self._folder / "index").read_text().strip()

    def _write(self, name: str, before: str, body: str) -> None:
        note = f'echo "$@" >> "{self._log}"; echo "$UV_DEFAULT_INDEX" > "{self._folder}/index"'
        self._script(self._folder / name, f"{before}\n{note}\n{body}")


@pytest.fixture
def machine(root: Path, tmp_path: Path, script: Any, monkeypatch: pytest.MonkeyPatch) -> Machine:
    folder = tmp_path / "programs"
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return Machine(root, folder, script)


EVERYTHING = ["venv tools", "tools", "venv app", "app", "venv bot", "bot"]


def test_everything_is_made_from_its_own_lock(machine: Machine) -> None:
    assert machine.make() == EVERYTHING
    for name in ("tools", "app", "bot"):
        assert Environments(machine.root).python(name).exists()


def test_every_package_is_held_against_its_hash_and_nothing_is_resolved(machine: Machine) -> None:
    machine.make()
    installs = [line for line in machine.lines() if "install" in line]
    assert len(installs) == 3
    assert all("--require-hashes" in line for line in installs)
    assert all("--no-deps" in line for line in installs[1:])


def test_the_second_time_nothing_is_done(machine: Machine) -> None:
    machine.make()
    assert machine.make() == []


def test_developers_get_their_packages_too_and_keep_them(machine: Machine) -> None:
    machine.make()
    assert machine.make(dev=True) == ["app+dev", "bot+bot-dev"]
    assert machine.make(dev=True) == []
    assert machine.make() == []


@pytest.mark.parametrize(
    ("lock", "dev", "done"),
    [
        ("app", False, ["app"]),
        ("bot", False, ["bot"]),
        ("tools", False, ["venv tools", "tools"]),
        ("dev", True, ["app+dev"]),
        ("bot-dev", True, ["bot+bot-dev"]),
        ("dev", False, []),
        ("bot-dev", False, []),
    ],
)
def test_a_changed_lock_is_installed_and_the_rest_left_alone(
    machine: Machine, lock: str, dev: bool, done: list[str]
) -> None:
    machine.make(dev=True)
    machine.lock(lock).write_text("changed\n")
    assert machine.make(dev) == done
    assert machine.make(dev) == []


@pytest.mark.parametrize("name", ["app", "bot"])
def test_an_environment_whose_python_is_gone_is_made_again(machine: Machine, name: str) -> None:
    machine.make()
    python = Environments(machine.root).python(name)
    python.unlink()
    assert machine.make() == [f"venv {name}", name]


@pytest.mark.parametrize("name", LOCKS)
def test_a_missing_lock_stops_with_how_to_get_it_back(machine: Machine, name: str) -> None:
    machine.lock(name).unlink()
    with pytest.raises(CannotStart, match=rf"^requirements/{name}\.txt is missing; get it back with `git "):
        machine.make(dev=True)


def test_packages_that_cannot_be_fetched_stop_with_where_to_look_and_are_tried_again(
    machine: Machine,
) -> None:
    machine.uv("echo no route to host; exit 1")
    with pytest.raises(CannotStart) as stopped:
        machine.make()
    assert str(stopped.value) == (
        "Some packages could not be fetched; check the network and run again. "
        "The details are in var/log/setup-app.log."
    )
    assert (machine.root / "var/log/setup-app.log").read_text() == "no route to host\n"
    machine.uv("exit 0")
    assert machine.make() == ["app", "venv bot", "bot"]


def test_an_environment_that_cannot_be_made_stops_with_a_sentence(machine: Machine) -> None:
    machine.uv("exit 0", venv="echo disk full; exit 1")
    with pytest.raises(
        CannotStart, match="A Python environment could not be made; is there room on the disk?"
    ):
        machine.make()
    assert (machine.root / "var/log/setup-app.log").read_text() == "disk full\n"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, ""),
        ({"PIP_INDEX_URL": "http://mirror/"}, "http://mirror/"),
        ({"PIP_INDEX_URL": "http://mirror/", "UV_INDEX_URL": "http://uv/"}, ""),
        ({"PIP_INDEX_URL": "http://mirror/", "UV_DEFAULT_INDEX": "http://uv/"}, "http://uv/"),
    ],
)
def test_uv_fetches_from_where_pip_was_told_to(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], told: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    machine.make()
    assert machine.index() == told
