"""Starting everything, waiting until the bot truly answers, and stopping everything."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

from launch.problems import CannotStart
from launch.processes import HOST, Ports, environment, supervisor_config

PATIENCE_SECONDS = 300
STOP_SECONDS = 15
STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback, whatever proxy is set
DIE_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG


@contextmanager
def running(root: Path, var: Path, model: Path, ports: Ports) -> Iterator[subprocess.Popen[bytes]]:
    """Start the processes, give the supervisor once the bot answers, and stop all of it at the end.

    Raises CannotStart for a busy port or a bot that does not come up.
    """
    ports.check_free()
    for folder in (var / "log", var / "run"):
        folder.mkdir(parents=True, exist_ok=True)
    config = var / "run" / "supervisord.conf"
    config.write_text(supervisor_config(root, var, model, ports))
    env = environment(var, ports)
    supervisor = subprocess.Popen(
        [str(root / ".venv/app/bin/supervisord"), "-c", str(config)],
        cwd=root,
        env=env,
        start_new_session=True,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - no threads here yet
    )
    try:
        _wait_until_answering(supervisor, ports, env["SIGNPOST_BOT_SECRET"], var)
        yield supervisor
    finally:
        stop(supervisor)


def stop(supervisor: subprocess.Popen[bytes]) -> None:
    """Stop the supervisor and everything below it."""
    if supervisor.poll() is None:
        supervisor.terminate()
    try:
        supervisor.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        supervisor.kill()


def stop_leftovers(root: Path) -> int:
    """Stop processes of an earlier start of this very folder; gives how many there were."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=False
    ).stdout
    mine: list[int] = []
    for line in listed.splitlines():
        pid, _, command = line.strip().partition(" ")
        serving = any(
            word in command
            for word in ("supervisord", "bot run", "actions.serve", "gateway.serve", "demo.serve")
        )
        if f"{root}/.venv/" in command and serving and int(pid) != os.getpid():
            mine.append(int(pid))
    for number in mine:
        _signal(number, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while any(map(_alive, mine)) and time.monotonic() < deadline:
        time.sleep(0.2)
    for number in mine:
        _signal(number, signal.SIGKILL)
    return len(mine)


def answers(ports: Ports, secret: str) -> bool:
    """Tell whether a question gets a reply all the way: gateway up, bot loaded, actions and kb there."""
    question = json.dumps({"sender": "start-check", "payload": "/human_handoff"}).encode()
    ask = urllib.request.Request(
        f"http://{HOST}:{ports.bot}/webhooks/signpost/turn",
        data=question,
        headers={"X-Signpost-Secret": secret, "Content-Type": "application/json"},
    )
    try:
        with STRAIGHT.open(f"http://{HOST}:{ports.gateway}/health", timeout=5):
            pass
        with STRAIGHT.open(ask, timeout=10) as reply:
            return bool(json.load(reply)["messages"])
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return False


def _wait_until_answering(supervisor: subprocess.Popen[bytes], ports: Ports, secret: str, var: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if supervisor.poll() is not None:
            raise CannotStart(f"The processes stopped at once; see {var}/log/supervisord.log.")
        if answers(ports, secret):
            return
        time.sleep(0.5)
    raise CannotStart(f"The bot did not answer within {PATIENCE_SECONDS} seconds; see the logs in {var}/log.")


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        return


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
