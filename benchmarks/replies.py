"""`make bench`: 200 questions one after another through the gateway; reply times, memory, training time."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time

import psutil

from benchmarks.assistant import ROOT, Conversation, started
from benchmarks.questions import QUESTIONS
from launch.build import QUIET

COUNT = 200
WARM_UP = 5
NAMES = {"bot": "bot run", "actions": "actions.serve", "gateway": "gateway.serve"}


def main() -> None:
    """Start the assistant on ports of its own, measure, print a table."""
    with started() as assistant:
        times = _ask_all()
        memory = _memory(assistant.supervisor)
    times.sort()
    print(f"start until the bot answers      {assistant.seconds:6.1f} s")
    print(f"reply, median of {COUNT}            {statistics.median(times) * 1000:6.0f} ms")
    print(f"reply, 95th percentile           {times[int(COUNT * 0.95)] * 1000:6.0f} ms")
    print(f"reply, slowest                   {times[-1] * 1000:6.0f} ms")
    for name, size in sorted(memory.items()):
        print(f"resident memory, {name:<16} {size / 2**20:5.0f} MB")
    print(f"training, wall                   {_training_seconds():6.1f} s")


def _ask_all() -> list[float]:
    times = []
    for number in range(COUNT + WARM_UP):
        if number % 10 == 0:
            conversation = Conversation.begin()
        begun = time.perf_counter()
        conversation.ask(QUESTIONS[number % len(QUESTIONS)])
        times.append(time.perf_counter() - begun)
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
