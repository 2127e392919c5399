"""`make chat` against the real application on a loopback port."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.serving import make_server

from gateway import terminal


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Flask], None]]:
    """Serve an application at the port where the terminal looks."""
    running: list[tuple[Any, threading.Thread]] = []

    def start(app: Flask) -> None:
        server = make_server("127.0.0.1", 0, app)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        running.append((server, thread))
        monkeypatch.setenv("SIGNPOST_PORT", str(server.port))

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a person type these lines, then end the input."""

    def type_lines(*lines: str) -> None:
        left = iter(lines)

        def read(prompt: str) -> str:
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", read)

    return type_lines


def test_a_question_is_answered_and_a_number_presses_a_button(
    app: Flask, bot: Any, serve: Any, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(app)
    bot.says({"text": "Shall I?", "buttons": [{"title": "Go on", "payload": "/affirm"}]})
    types("  ring 07700 900123 ", "1", "2")
    assert terminal.main() == 0
    assert [asked.get("text", asked.get("payload")) for asked in bot.asked] == [
        "ring [phone]",
        "/affirm",
        "2",
    ]
    said = capsys.readouterr().out
    assert "(hidden before it was kept: phone)" in said
    assert "Shall I?" in said
    assert "  1. Go on" in said


def test_a_refusal_is_shown_and_the_talk_goes_on(
    app: Flask, bot: Any, serve: Any, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(app)
    types("", "hello")
    assert terminal.main() == 0
    assert "Please type a question first." in capsys.readouterr().out
    assert len(bot.asked) == 1


def test_without_a_gateway_one_sentence_says_what_to_do(
    bot: Any, types: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bot.stop()
    monkeypatch.setenv("SIGNPOST_PORT", bot.url.rpartition(":")[2])
    types("hello")
    assert terminal.main() == 1
    assert "Start it in another terminal with `make run`." in capsys.readouterr().out


def test_a_gateway_that_refuses_to_start_a_talk_is_told_apart_from_a_crash(
    make_app: Callable[..., Flask], serve: Any, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(make_app(rate_address=1))
    types()
    assert terminal.main() == 0
    assert terminal.main() == 1
    assert "does not answer" in capsys.readouterr().out
