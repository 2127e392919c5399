"""Starting under a supervisor, and that everything started is stopped."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from launch import running as module
from launch.problems import CannotStart
from launch.processes import HOST, Ports
from launch.running import running, stop, stop_leftovers


@pytest.fixture
def supervisord(root: Path, script: Any) -> Callable[[str], None]:
    """Say what the supervisor does; `read` waits for ever."""
    return lambda body: script(root / ".venv/app/bin/supervisord", body)


@pytest.fixture
def ports() -> Ports:
    with socket.socket() as a, socket.socket() as b, socket.socket() as c, socket.socket() as d:
        for probe in (a, b, c, d):
            probe.bind((HOST, 0))
        return Ports(*(probe.getsockname()[1] for probe in (a, b, c, d)))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for hundredths of a second where the launcher waits for tenths."""
    short = SimpleNamespace(monotonic=time.monotonic, sleep=lambda seconds: time.sleep(seconds / 20))
    monkeypatch.setattr(module, "time", short)


def test_a_supervisor_that_ends_at_once_stops_the_start(root: Path, supervisord: Any, ports: Ports) -> None:
    supervisord("exit 2")
    message = "The processes stopped at once; see .*/var/log/supervisord.log."
    with pytest.raises(CannotStart, match=message), running(root, root / "var", root / "m", ports):
        pytest.fail("it was said to run")


def test_a_bot_that_never_answers_stops_the_start_and_the_supervisor(
    root: Path, supervisord: Any, ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisord("exec sleep 30")
    stopped = []
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(module, "stop", lambda supervisor: (stopped.append(supervisor), stop(supervisor)))
    message = "The bot did not answer within 0.05 seconds; see the logs in .*/var/log."
    with pytest.raises(CannotStart, match=message), running(root, root / "var", root / "m", ports):
        pytest.fail("it was said to run")
    assert [supervisor.returncode for supervisor in stopped] == [-signal.SIGTERM]


def test_a_busy_port_stops_before_anything_is_started(root: Path, supervisord: Any) -> None:
    supervisord(f'touch "{root}/started"')
    with socket.create_server((HOST, 0)) as other:
        busy = other.getsockname()[1]
        ports = Ports(busy, busy, busy, busy)
        message = f"Port {busy} is in use"
        with pytest.raises(CannotStart, match=message), running(root, root / "var", root / "m", ports):
            pytest.fail("it was said to run")
    assert not (root / "started").exists()


def test_once_the_bot_answers_the_supervisor_runs_until_the_end(
    root: Path, supervisord: Any, ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisord("exec sleep 30")
    monkeypatch.setattr(module, "answers", lambda *_: True)
    with running(root, root / "var", root / "models/m.tar.gz", ports) as supervisor:
        assert supervisor.poll() is None
        assert str(ports.bot) in (root / "var/run/supervisord.conf").read_text()
    assert supervisor.poll() == -signal.SIGTERM


def test_what_does_not_stop_when_asked_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STOP_SECONDS", 0.1)
    code = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as stubborn:
        assert stubborn.stdout
        assert stubborn.stdout.readline() == b"ready\n"
        stop(stubborn)
        assert stubborn.wait(2) == -signal.SIGKILL


def test_leftovers_of_this_folder_are_stopped_and_of_no_other(
    root: Path, tmp_path: Path, script: Any
) -> None:
    places = [root / ".venv/app/bin/supervisord", tmp_path / "other/.venv/app/bin/supervisord"]
    places.append(root / ".venv/app/bin/editor")
    started = [
        subprocess.Popen([str(script(place, "read x")), "-c", "x.conf"], stdin=subprocess.PIPE)
        for place in places
    ]
    reapers = [threading.Thread(target=process.wait) for process in started]
    for reaper in reapers:
        reaper.start()
    try:
        begun = time.monotonic()
        assert stop_leftovers(root) == 1
        assert time.monotonic() - begun < 3
        assert [process.poll() for process in started] == [-signal.SIGTERM, None, None]
        assert stop_leftovers(root) == 0
    finally:
        for process, reaper in zip(started, reapers, strict=True):
            process.stdin.close()
            reaper.join()
