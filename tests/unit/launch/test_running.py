"""Whether the whole truly answers, and that everything started is stopped."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from launch import running as module
from launch.problems import CannotStart
from launch.processes import HOST, Ports
from launch.running import answers, running, stop, stop_leftovers

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


@pytest.fixture
def supervisord(root: Path, script: Any) -> Callable[[str], None]:
    """Say what the supervisor does; `read` waits for ever."""
    return lambda body: script(root / ".venv/app/bin/supervisord", body)


@pytest.fixture
def ports() -> Ports:
    with socket.socket() as a, socket.socket() as b, socket.socket() as c:
        for probe in (a, b, c):
            probe.bind((HOST, 0))
        return Ports(*(probe.getsockname()[1] for probe in (a, b, c)))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for hundredths of a second where the launcher waits for tenths."""
    short = SimpleNamespace(monotonic=time.monotonic, sleep=lambda seconds: time.sleep(seconds / 20))
    monkeypatch.setattr(module, "time", short)


HELLO = b'{"messages": [{"text": "Hello"}]}'


def test_a_question_must_get_a_reply_all_the_way(serve: Serve) -> None:
    heard: list[Any] = []
    ports = Ports(serve(b"ok"), 1, serve(HELLO, heard=heard))
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
    assert not answers(Ports(serve(b"ok"), 1, serve(body, status)), "a secret")


def test_neither_gateway_nor_bot_may_be_missing(serve: Serve, nobody: int) -> None:
    up = serve(HELLO)
    assert not answers(Ports(nobody, 1, up), "s")
    assert not answers(Ports(up, 1, nobody), "s")
    assert not answers(Ports(serve(b"", 503), 1, up), "s")


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
        assert not answers(Ports(port, 1, serve(HELLO)), "s")
        thread.join()


def test_a_proxy_of_the_environment_is_not_asked(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert answers(Ports(serve(b"ok"), 1, serve(HELLO)), "s")


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


def test_a_busy_port_stops_before_anything_is_started(root: Path, supervisord: Any, serve: Serve) -> None:
    supervisord(f'touch "{root}/started"')
    busy = serve(b"ok")
    with pytest.raises(CannotStart, match=f"Port {busy} is in use"), running(
        root, root / "var", root / "m", Ports(busy, busy, busy)
    ):
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
        assert stubborn.stdout and stubborn.stdout.readline() == b"ready\n"
        stop(stubborn)
        assert stubborn.wait(2) == -signal.SIGKILL


def test_leftovers_of_this_folder_are_stopped_and_of_no_other(
    root: Path, tmp_path: Path, script: Any
) -> None:
    places = [root / ".venv/app/bin/supervisord", tmp_path / "other/.venv/app/bin/supervisord"]
    places.append(root / ".venv/app/bin/editor")
    started = [
        subprocess.Popen([str(script(place, "read x")), "-c", "x.conf"], stdin=subprocess.PIPE) for place in places
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
