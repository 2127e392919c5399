"""What the gateway's tests share: a bot on loopback that does as told, and the application in front of it."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.test import TestResponse

from casework.ledger import MIGRATIONS, Ledger
from gateway.app import create_app
from gateway.settings import Settings
from storage.database import open_engine, upgrade

SECRET = "the bot's secret"
CARD_KEYS = ("a key that seals cards, for tests only",)


class ScriptedBot:
    """A real HTTP server in the bot's place; `asked` holds what it was sent, `secrets` the headers."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.closing = threading.Event()
        self._behave: Callable[[BaseHTTPRequestHandler], None]
        self.says({"text": "Hello from the bot."})
        bot = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                bot.secrets.append(self.headers["X-Signpost-Secret"])
                bot.asked.append({"path": self.path, **json.loads(body)})
                bot._behave(self)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def says(self, *messages: Any) -> None:
        """Answer with these messages."""
        self.gives(json.dumps({"messages": messages}).encode())

    def gives(self, body: bytes, status: int = 200) -> None:
        """Answer with this body."""

        def behave(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self._behave = behave

    def does(self, behave: Callable[[BaseHTTPRequestHandler], None]) -> None:
        """Do anything at all."""
        self._behave = behave

    def hangs(self) -> None:
        """Take the question and never answer."""
        self._behave = lambda handler: self.closing.wait(5) and None

    def resets(self) -> None:
        """Break the connection."""

        def behave(handler: BaseHTTPRequestHandler) -> None:
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.connection.close()

        self._behave = behave

    def stop(self) -> None:
        """Leave the port."""
        if not self.closing.is_set():
            self.closing.set()
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()


@pytest.fixture
def bot() -> Iterator[ScriptedBot]:
    scripted = ScriptedBot()
    yield scripted
    scripted.stop()


@pytest.fixture
def ledger_engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path}/ledger.sqlite")
    upgrade(engine, MIGRATIONS)
    yield engine
    engine.dispose()


@pytest.fixture
def ledger(ledger_engine: Engine) -> Ledger:
    return Ledger(sessionmaker(ledger_engine))


@pytest.fixture(scope="session")
def kb(built_kb: Any) -> Iterator[sessionmaker[Session]]:
    engine = open_engine(built_kb.url)
    yield sessionmaker(engine)
    engine.dispose()


@pytest.fixture
def no_kb(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """A knowledge base whose database has no tables."""
    engine = open_engine(f"sqlite:///{tmp_path}/empty.sqlite")
    yield sessionmaker(engine)
    engine.dispose()


@pytest.fixture
def settings(built_kb: Any, bot: ScriptedBot, ledger_engine: Engine) -> Settings:
    return Settings(str(ledger_engine.url), built_kb.url, built_kb.safety_file, bot.url, SECRET, CARD_KEYS)


@pytest.fixture
def make_app(settings: Settings) -> Callable[..., Flask]:
    """Make the application, with settings changed by name."""
    return lambda **changes: create_app(replace(settings, **changes))


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    return make_app()


class Chat:
    """A parent's conversation through the API."""

    def __init__(self, app: Flask, council: str | None = None) -> None:
        self._client = app.test_client()
        started = self._client.post("/api/conversations", json={"council": council}).get_json()
        self.id, self.secret = started["id"], started["secret"]
        self.path = f"/api/conversations/{self.id}/messages"
        self.headers = {"Authorization": f"Bearer {self.secret}"}
        self._sent = 0

    def say(self, text: str) -> TestResponse:
        """Send typed words under a client id of their own."""
        return self.post({"client_id": self.next_id(), "text": text})

    def press(self, button: str) -> TestResponse:
        """Press a button."""
        return self.post({"client_id": self.next_id(), "button": button})

    def post(self, body: Any, **headers: str) -> TestResponse:
        """Send any JSON value, or raw bytes."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self._client.post(self.path, data=raw, headers={**self.headers, **headers})

    def read(self, after: str | None = None) -> TestResponse:
        """Read the conversation again."""
        return self._client.get(
            self.path, headers=self.headers, query_string={"after": after} if after is not None else {}
        )

    def next_id(self) -> str:
        """Give a client id not used before."""
        self._sent += 1
        return f"client-{self._sent:04}"


@pytest.fixture
def chat(app: Flask) -> Chat:
    return Chat(app)


@pytest.fixture
def make_chat(app: Flask) -> Callable[..., Chat]:
    return lambda council=None: Chat(app, council)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def today() -> Iterator[None]:
    """Stop the clock at noon of 28 November 2026, in England."""
    with time_machine.travel("2026-11-28 12:00:00+00:00", tick=False):
        yield
