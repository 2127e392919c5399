"""In a process of its own: load a model as Rasa does, read messages, tell times and memory.

`python -m benchmarks.nlu.reading bot|rasa MODEL QUESTIONS.json ANSWERS.json`
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

from bot.without_tensorflow import leave_out

WARM_UP = ["hello", "who is the senco", "what is a plan", "how do I complain", "thank you"]


def memory() -> dict[str, float]:
    """Give this process's resident memory now and at its peak, in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    kept = dict(line.split(":", 1) for line in lines if line.startswith(("VmRSS", "VmHWM")))
    kilobytes = {name: int(value.split()[0]) for name, value in kept.items()}
    return {"resident": kilobytes["VmRSS"] / 1024, "peak": kilobytes["VmHWM"] / 1024}


async def read_all(model: str, timed: list[str], texts: list[str]) -> dict[str, Any]:
    """Read the messages one after another through the whole pipeline."""
    from rasa.core.agent import Agent
    from rasa.utils.log_utils import configure_structlog

    # Rasa would otherwise log every message in full, and be timed doing so.
    configure_structlog(logging.ERROR)
    begun = time.perf_counter()
    agent = Agent.load(model)
    loading = time.perf_counter() - begun
    for text in WARM_UP:
        await agent.parse_message(text)
    times = []
    for text in timed:
        begun = time.perf_counter()
        await agent.parse_message(text)
        times.append(time.perf_counter() - begun)
    measured = memory()
    return {
        "loading": loading,
        "times": times,
        **measured,
        "read": [_brief(await agent.parse_message(text)) for text in texts],
    }


def _brief(parsed: dict[str, Any]) -> dict[str, Any]:
    """Keep what is judged; the text itself is not written anywhere."""
    return {
        "intent": parsed["intent"]["name"],
        "ranking": [[one["name"], one["confidence"]] for one in parsed.get("intent_ranking") or []],
        "answers": [[one["id"], one["topic"], one["score"]] for one in parsed.get("answer_ranking") or []],
    }


def main() -> None:
    """Read the questions' file, write the answers' file."""
    module, model, questions, answers = sys.argv[1:]
    if module == "bot":
        leave_out()
    asked = json.loads(Path(questions).read_text(encoding="utf-8"))
    told = asyncio.run(read_all(model, asked["timed"], asked["texts"]))
    Path(answers).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
