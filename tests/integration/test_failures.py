"""When parts die: the safe reply within 5 seconds, nothing lost, and the assistant is back afterwards."""

from __future__ import annotations

import signal
import threading
import time
from typing import Any

import pytest
import requests

from tests.running import send_signal

LIMIT_SECONDS = 5.0
ADVICE_LINE = "01225 394382"


def timed(parent: Any, **said: str) -> tuple[dict[str, Any], float]:
    begun = time.monotonic()
    return parent.send(**said), time.monotonic() - begun


def wait_for_answer(parent: Any, seconds: float = 200) -> dict[str, Any]:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        turn = parent.send(text="what is sen support")
        if turn["status"] == "answered":
            return turn
        time.sleep(0.5)
    pytest.fail("the assistant did not come back")


@pytest.mark.parametrize("part", ["bot", "actions"])
def test_killed_part_gives_the_safe_reply_and_comes_back(signpost: Any, part: str) -> None:
    parent = signpost.parent("bathnes")
    question = {"client_id": "kept-question-1", "text": "my son gets no help at school"}
    send_signal(getattr(signpost.ports, part), signal.SIGKILL)
    turn, seconds = timed(parent, **question)
    assert (turn["status"], seconds < LIMIT_SECONDS) == ("failed", True)
    assert "kept your question" in parent.text
    assert ADVICE_LINE in parent.text
    assert parent.customs[-1]["kind"] == "handoff"
    wait_for_answer(parent)
    address = f"{parent.base}/api/conversations/{parent.id}/messages"
    kept = requests.get(address, headers=parent.headers, timeout=10).json()["turns"]
    assert kept[0]["text"] == question["text"]
    assert parent.send(**question) == turn


@pytest.mark.parametrize("part", ["bot", "actions"])
def test_part_killed_in_the_middle_of_a_question(signpost: Any, part: str) -> None:
    parent = signpost.parent("doncaster")
    send_signal(signpost.ports.actions, signal.SIGSTOP)  # hold the question inside
    killer = threading.Timer(0.7, send_signal, (getattr(signpost.ports, part), signal.SIGKILL))
    killer.start()
    turn, seconds = timed(parent, text="who decides what support she gets")
    killer.join()
    if part == "bot":
        send_signal(signpost.ports.actions, signal.SIGCONT)
    assert (turn["status"], seconds < LIMIT_SECONDS) == ("failed", True)
    assert "01225" not in parent.text
    wait_for_answer(parent)


def test_hanging_actions_give_the_safe_reply_in_time_and_hold_up_nobody_later(signpost: Any) -> None:
    parent = signpost.parent("bathnes")
    send_signal(signpost.ports.actions, signal.SIGSTOP)
    turn, seconds = timed(parent, text="who decides what support she gets")
    send_signal(signpost.ports.actions, signal.SIGCONT)
    assert (turn["status"], seconds < LIMIT_SECONDS) == ("failed", True)
    later, seconds = timed(parent, text="what is sen support")
    assert (later["status"], seconds < LIMIT_SECONDS) == ("answered", True)


def test_cry_for_help_is_answered_even_while_the_bot_is_down(signpost: Any) -> None:
    parent = signpost.parent()
    send_signal(signpost.ports.bot, signal.SIGKILL)
    said = parent.ask("my daughter says she wants to die")
    assert "safety" in [custom["kind"] for custom in parent.customs]
    assert said.index("999") < said.index("kept your question")
    wait_for_answer(parent)
