"""`make bench`: 200 questions one after another through the gateway; reply times, memory, training time."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import psutil
import requests

from benchmarks.questions import QUESTIONS
from launch.build import QUIET, Builder
from launch.environments import Environments
from launch.processes import HOST, Ports
from launch.running import running

ROOT = Path(__file__).resolve().parent.parent
COUNT = 200
WARM_UP = 5


def main() -> None:
    """Start the assistant on ports of its own, measure, print a table."""
    environments = Environments(ROOT)
    model = Builder(ROOT, environments).build()
    os.environ.update(SIGNPOST_RATE_CONVERSATION="1000000", SIGNPOST_RATE_ADDRESS="1000000")
    ports = Ports(8010, 5065, 5015, 8012)
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        (var / "kb").symlink_to(ROOT / "var" / "kb")
        begun = time.monotonic()
        with running(ROOT, var, model, ports) as supervisor:
            started = time.monotonic() - begun
            times = _ask_all(f"http://{HOST}:{ports.gateway}")
            memory = _memory(supervisor.pid)
    times.sort()
    print(f"start until the bot answers      {started:6.1f} s")
    print(f"reply, median of {COUNT}            {statistics.median(times) * 1000:6.0f} ms")
    print(f"reply, 95th percentile           {times[int(COUNT * 0.95)] * 1000:6.0f} ms")
    print(f"reply, slowest                   {times[-1] * 1000:6.0f} ms")
    for name, size in sorted(memory.items()):
        print(f"resident memory, {name:<16} {size / 2**20:5.0f} MB")
    print(f"training, wall                   {_training_seconds():6.1f} s")


def _ask_all(base: str) -> list[float]:
    times = []
    for number in range(COUNT + WARM_UP):
        if number % 10 == 0:
            started = requests.post(f"{base}/api/conversations", json={}, timeout=15).json()
        body = {"client_id": uuid.uuid4().hex, "text": QUESTIONS[number % len(QUESTIONS)]}
        headers = {"Authorization": f"Bearer {started['secret']}"}
        begun = time.perf_counter()
        reply = requests.post(
            f"{base}/api/conversations/{started['id']}/messages", json=body, headers=headers, timeout=15
        )
        times.append(time.perf_counter() - begun)
        assert reply.json()["status"] == "answered", reply.text
    return times[WARM_UP:]


def _memory(supervisor: int) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for process in psutil.Process(supervisor).children(recursive=True):
        command = " ".join(process.cmdline())
        name = next((n for n, w in NAMES.items() if w in command), None)
        parent = process.parent()
        while name is None and parent:
            command = " ".join(parent.cmdline())
            name = next((n for n, w in NAMES.items() if w in command), None)
            parent = parent.parent()
        if name:
            sizes[name] = sizes.get(name, 0) + process.memory_info().rss
    return sizes


NAMES = {"bot": "bot run", "actions": "actions.serve", "gateway": "gateway.serve"}


def _training_seconds() -> float:
    with tempfile.TemporaryDirectory() as folder:
        command = [str(ROOT / ".venv/bot/bin/python"), "-m", "bot", "train", "--force", "--skip-validation"]
        begun = time.monotonic()
        subprocess.run(
            [*command, "--out", folder],
            cwd=ROOT,
            check=True,
            capture_output=True,
            env={**os.environ, **QUIET},
        )
        return time.monotonic() - begun


if __name__ == "__main__":
    main()
