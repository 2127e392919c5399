"""Really running processes: the model that `make test` trained, free ports, databases of their own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import requests

from launch.build import Builder
from launch.environments import Environments
from launch.processes import HOST, Ports
from launch.running import running

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Parent:
    """A parent in one conversation; `replies` holds the messages of the last reply."""

    base: str
    council: str | None = None
    replies: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        started = requests.post(f"{self.base}/api/conversations", json={"council": self.council}, timeout=10)
        self.id, self.secret = started.json()["id"], started.json()["secret"]

    def send(self, client_id: str | None = None, **said: str) -> dict[str, Any]:
        """Send text or a button id; give the turn."""
        body = {"client_id": client_id or uuid.uuid4().hex, **said}
        response = requests.post(
            f"{self.base}/api/conversations/{self.id}/messages", json=body, headers=self.headers, timeout=15
        )
        assert response.status_code == 200, response.text
        self.replies = response.json()["messages"]
        return response.json()

    def ask(self, text: str) -> str:
        """Say something; give everything that is said back."""
        self.send(text=text)
        return self.text

    def press(self, title: str) -> str:
        """Press the button of the last reply whose title matches."""
        buttons = [button for message in self.replies for button in message.get("buttons") or []]
        chosen = next((b for b in buttons if re.search(title, b["title"], re.IGNORECASE)), None)
        assert chosen, f"no button {title!r} among {[button['title'] for button in buttons]}"
        self.send(button=chosen["id"])
        return self.text

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}"}

    @property
    def text(self) -> str:
        return "\n".join(message.get("text", "") for message in self.replies)

    @property
    def customs(self) -> list[dict[str, Any]]:
        return [message["custom"] for message in self.replies if message.get("custom")]


@dataclass(frozen=True)
class Signpost:
    """A running assistant, and the demo council's page that shows its widget."""

    base: str
    var: Path
    ports: Ports

    def parent(self, council: str | None = None) -> Parent:
        return Parent(self.base, council)


@contextmanager
def started(var: Path) -> Iterator[Signpost]:
    """Start the assistant with its databases in `var`; stop it at the end."""
    model = Builder(ROOT, Environments(ROOT)).build()
    shutil.copytree(ROOT / "var" / "kb", var / "kb")
    ports = Ports(*_free_ports(4))
    limits = {"SIGNPOST_RATE_CONVERSATION": "100000", "SIGNPOST_RATE_ADDRESS": "100000"}
    before = dict(os.environ)
    os.environ.update(limits)
    try:
        with running(ROOT, var, model, ports):
            yield Signpost(f"http://{HOST}:{ports.gateway}", var, ports)
    finally:
        os.environ.clear()
        os.environ.update(before)


def send_signal(port: int, number: int) -> None:
    """Signal the process that listens on `port`."""
    held = [
        c for c in psutil.net_connections("tcp") if c.status == psutil.CONN_LISTEN and c.laddr.port == port
    ]
    pids = {connection.pid for connection in held}
    assert len(pids) == 1, f"{len(pids)} processes listen on {port}"
    os.kill(pids.pop(), number)


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind((HOST, 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports
