"""Whether the whole truly answers: gateway up, bot loaded, and a reply to a question."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from launch.processes import HOST, Ports
from launch.running import answers

ROOT = Path(__file__).parents[3]
HELLO = b'{"messages": [{"text": "Hello"}]}'
Serve = Callable[..., int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve one body to every request on a loopback port; what was posted goes to `heard`."""
    servers = []

    def start(body: bytes, status: int = 200, heard: list[Any] | None = None) -> int:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if heard is not None:
                    heard.append((self.path, self.headers["X-Signpost-Secret"], said))
                self.do_GET()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        server = ThreadingHTTPServer((HOST, 0), Handler)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        servers.append((server, thread))
        return server.server_port

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def nobody() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def test_a_question_must_get_a_reply_all_the_way(serve: Serve) -> None:
    heard: list[Any] = []
    ports = Ports(serve(b"ok"), 1, serve(HELLO, heard=heard), 1)
    assert answers(ports, "a secret")
    assert heard == [
        ("/webhooks/signpost/turn", "a secret", {"sender": "start-check", "payload": "/human_handoff"})
    ]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"messages": []}', 200),
        (b"{}", 200),
        (b"[]", 200),
        (b"null", 200),
        (b"<html>", 200),
        (b"", 200),
        (HELLO, 500),
        (HELLO, 401),
    ],
)
def test_a_bot_that_is_not_ready_does_not_answer(serve: Serve, body: bytes, status: int) -> None:
    assert not answers(Ports(serve(b"ok"), 1, serve(body, status), 1), "a secret")


def test_neither_gateway_nor_bot_may_be_missing(serve: Serve, nobody: int) -> None:
    up = serve(HELLO)
    assert not answers(Ports(nobody, 1, up, 1), "s")
    assert not answers(Ports(up, 1, nobody, 1), "s")
    assert not answers(Ports(serve(b"", 503), 1, up, 1), "s")


def test_another_program_at_the_port_is_no_answer(serve: Serve) -> None:
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]

        def talk() -> None:
            connection, _ = other.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"SSH-2.0-OpenSSH\r\n")

        thread = threading.Thread(target=talk)
        thread.start()
        assert not answers(Ports(port, 1, serve(HELLO), 1), "s")
        thread.join()


def test_a_proxy_of_the_environment_is_not_asked(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    # urllib reads proxies once in a process, so this takes a new one.
    ask = f"from launch.running import *; print(answers(Ports({serve(b'ok')}, 1, {serve(HELLO)}, 1), 's'))"
    asked = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert asked.stdout == "True\n"
