"""`python3 -m launch COMMAND`: what the Makefile calls."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run one command; gives 0, or 1 after one sentence on what to do."""
    if sys.version_info < (3, 10):
        print(
            "Signpost's launcher needs Python 3.10 or newer: PYTHON=/path/to/python3 make run",
            file=sys.stderr,
        )
        return 1
    from launch.problems import CannotStart

    parser = argparse.ArgumentParser(prog="python3 -m launch", description=__doc__)
    parser.add_argument("command", choices=["run", "setup", "setup-dev", "train", "stop"])
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return _command(options.command)
    except CannotStart as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0


def _command(name: str) -> int:
    from launch.browsers import get_chromium
    from launch.build import Builder
    from launch.environments import Environments
    from launch.running import stop_leftovers

    if name == "stop":
        print(f"Stopped {stop_leftovers(ROOT)} processes.")
        return 0
    environments = Environments(ROOT)
    environments.make(dev=name == "setup-dev")
    if name == "setup-dev":
        get_chromium(ROOT, environments.python("app"))
    model = Builder(ROOT, environments).build()
    if name == "run":
        _run(model)
    return 0


def _run(model: Path) -> None:
    from launch.processes import HOST, Ports
    from launch.progress import step
    from launch.running import running

    ports = Ports.read()
    starting = step("Starting gateway, actions and bot")
    starting.__enter__()
    with running(ROOT, ROOT / "var", model, ports) as supervisor:
        starting.__exit__(None, None, None)
        print(
            f"\nSignpost is ready: http://{HOST}:{ports.demo}/ (a council's page with the chat window)\n"
            f"The page without JavaScript: http://{HOST}:{ports.gateway}/\nPress Ctrl-C to stop.",
            flush=True,
        )
        while supervisor.poll() is None:
            time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main())
