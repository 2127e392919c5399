"""The assistant as parents meet it, started for a measurement on ports and a ledger of its own."""

from __future__ import annotations

import os
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from launch.build import Builder
from launch.environments import Environments
from launch.processes import HOST, Ports
from launch.running import running

ROOT = Path(__file__).resolve().parent.parent
PORTS = Ports(8010, 5065, 5015, 8012)
SECONDS = 15


@dataclass(frozen=True)
class Conversation:
    """One conversation through the gateway."""

    address: str
    secret: str

    @classmethod
    def begin(cls) -> Conversation:
        """Begin a conversation without a council."""
        base = f"http://{HOST}:{PORTS.gateway}/api/conversations"
        begun = requests.post(base, json={}, timeout=SECONDS).json()
        return cls(f"{base}/{begun['id']}/messages", begun["secret"])

    def ask(self, text: str) -> dict[str, Any]:
        """Say something and give the turn. Raises AssertionError if it was not answered."""
        body = {"client_id": uuid.uuid4().hex, "text": text}
        headers = {"Authorization": f"Bearer {self.secret}"}
        turn = requests.post(self.address, json=body, headers=headers, timeout=SECONDS).json()
        assert turn["status"] == "answered", turn
        return turn


@dataclass(frozen=True)
class Started:
    """The supervisor's process id, and the seconds from its start until the bot answered."""

    supervisor: int
    seconds: float


@contextmanager
def started() -> Iterator[Started]:
    """Build what is missing and start the assistant, without limits on how much is asked."""
    model = Builder(ROOT, Environments(ROOT)).build()
    os.environ.update(SIGNPOST_RATE_CONVERSATION="1000000", SIGNPOST_RATE_ADDRESS="1000000")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "kb").symlink_to(ROOT / "var" / "kb")
        begun = time.monotonic()
        with running(ROOT, Path(folder), model, PORTS) as supervisor:
            yield Started(supervisor.pid, time.monotonic() - begun)
