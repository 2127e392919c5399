"""A parent's turn through a real ledger, a real knowledge base and a bot on a real socket."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
import time_machine
from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import Conversation, Ledger, Turn
from casework.models import Status
from gateway.bot_client import BotClient
from gateway.problems import Refused
from gateway.safe_reply import KEPT, SafeReplies
from gateway.turns import Turns
from safety.routes import SafetyPhrases

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OURS = frozenset({"01225 394382"})
GO_ON = {"title": "Go on", "payload": "/affirm"}
ID = "client-0001"


@pytest.fixture
def turns(ledger: Ledger, bot: Any, kb: sessionmaker[Session], built_kb: Any) -> Turns:
    phrases = SafetyPhrases.read(built_kb.safety_file)
    return Turns(ledger, BotClient(bot.url, "s"), SafeReplies(kb), phrases, lambda: OURS)


@pytest.fixture
def start(ledger: Ledger) -> Callable[..., Conversation]:
    return lambda council=None: ledger.start(council, NOW)[0]


def kinds(turn: Turn) -> list[str]:
    return [message["custom"]["kind"] for message in turn.reply or [] if message.get("custom")]


def test_a_typed_question_gets_the_bots_reply_and_both_are_kept(
    turns: Turns, ledger: Ledger, start: Any, bot: Any
) -> None:
    conversation = start("bathnes")
    turn = turns.typed(conversation, ID, " what is a\u200b SENCO? ")
    assert (turn.number, turn.text, turn.status) == (1, "what is a SENCO?", Status.ANSWERED)
    assert turn.reply == [{"text": "Hello from the bot."}]
    assert ledger.turns(conversation.id) == [turn]
    asked = bot.asked[0]
    assert (asked["sender"], asked["text"]) == (conversation.id, "what is a SENCO?")
    assert asked["metadata"] == {"council": "bathnes"}


def test_the_question_is_kept_before_the_bot_is_asked(
    turns: Turns, ledger: Ledger, start: Any, bot: Any
) -> None:
    conversation, kept = start(), []

    def look(handler: BaseHTTPRequestHandler) -> None:
        kept.extend(ledger.turns(conversation.id))
        handler.send_error(500)

    bot.does(look)
    turns.typed(conversation, ID, "a question")
    assert [(turn.text, turn.status, turn.reply) for turn in kept] == [("a question", Status.RECEIVED, None)]


def test_personal_data_reaches_neither_the_bot_nor_the_ledger(
    turns: Turns, ledger: Ledger, start: Any, bot: Any
) -> None:
    conversation = start()
    turn = turns.typed(conversation, ID, "ring me on 07700 900123 or is it 01225 394382?")
    assert turn.hidden == ("phone",)
    for text in (turn.text, bot.asked[0]["text"], ledger.turns(conversation.id)[0].text):
        assert text == "ring me on [phone] or is it 01225 394382?"


@pytest.mark.parametrize(("year", "hidden"), [(2026, ("date of birth",)), (2060, ())])
def test_a_date_is_a_childs_birthday_by_todays_date(
    turns: Turns, start: Any, year: int, hidden: tuple[str, ...]
) -> None:
    with time_machine.travel(NOW.replace(year=year), tick=True):
        assert turns.typed(start(), ID, "my son 3/4/2015 needs help").hidden == hidden


@pytest.mark.parametrize("empty", ["", " \u200b", "x" * 4001])
def test_an_unfit_message_is_refused_before_anything_is_kept(
    turns: Turns, ledger: Ledger, start: Any, bot: Any, empty: str
) -> None:
    conversation = start()
    with pytest.raises(Refused):
        turns.typed(conversation, ID, empty)
    assert ledger.turns(conversation.id) == []
    assert bot.asked == []


def test_sending_again_gives_the_same_turn_and_asks_the_bot_once(turns: Turns, start: Any, bot: Any) -> None:
    conversation = start()
    first = turns.typed(conversation, ID, "a question")
    bot.says({"text": "Another reply."})
    assert turns.typed(conversation, ID, "a question") == first
    assert turns.typed(conversation, ID, "other words") == first
    assert len(bot.asked) == 1


def test_sending_again_at_the_same_moment_asks_the_bot_once(turns: Turns, start: Any, bot: Any) -> None:
    conversation = start()
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: turns.typed(conversation, ID, "a question"), range(8)))
    assert given == [given[0]] * 8
    assert len(bot.asked) == 1


def test_questions_of_one_conversation_reach_the_bot_one_by_one(
    turns: Turns, ledger: Ledger, start: Any, bot: Any
) -> None:
    conversation, inside, most = start(), [], []

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.01)
        inside.pop()
        handler.send_error(500)

    bot.does(slowly)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: turns.typed(conversation, f"client-{n:04}", "a question"), range(6)))
    assert most == [1] * 6
    assert [turn.number for turn in ledger.turns(conversation.id)] == [1, 2, 3, 4, 5, 6]


def test_each_button_gets_an_id_of_its_own(turns: Turns, start: Any, bot: Any) -> None:
    bot.says({"text": "a", "buttons": [GO_ON, GO_ON]}, {"text": "b"}, {"text": "c", "buttons": [GO_ON]})
    reply = turns.typed(start(), ID, "a question").reply or []
    assert [button["id"] for message in reply for button in message.get("buttons", [])] == [
        "1-1",
        "1-2",
        "1-3",
    ]
    assert "buttons" not in reply[1]


def test_a_press_sends_the_payload_and_keeps_the_title(turns: Turns, start: Any, bot: Any) -> None:
    conversation = start()
    bot.says({"text": "a", "buttons": [GO_ON]})
    turns.typed(conversation, ID, "a question")
    turn = turns.pressed(conversation, "client-0002", "1-1")
    assert (turn.number, turn.text, turn.payload) == (2, "Go on", "/affirm")
    assert bot.asked[1]["payload"] == "/affirm"


@pytest.mark.parametrize(
    "button",
    ["", "1", "1-", "1-2", "2-1", "-1", "x-1", "/affirm", "1-1 ", "\ud800-1", "99999999999-1", "²-1"],
)
def test_a_button_that_was_never_offered_is_refused(turns: Turns, start: Any, bot: Any, button: str) -> None:
    conversation = start()
    bot.says({"text": "a", "buttons": [GO_ON]})
    turns.typed(conversation, ID, "a question")
    with pytest.raises(Refused) as refused:
        turns.pressed(conversation, "client-0002", button)
    assert refused.value.code == "unknown_button"


def test_a_button_of_another_conversation_is_refused(turns: Turns, start: Any, bot: Any) -> None:
    bot.says({"text": "a", "buttons": [GO_ON]})
    turns.typed(start(), ID, "a question")
    with pytest.raises(Refused):
        turns.pressed(start(), "client-0002", "1-1")


def test_a_turn_that_waits_too_long_gets_the_safe_reply(
    turns: Turns, start: Any, bot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.turns.TURN_SECONDS", 0.1)
    conversation = start()
    with turns._locks.hold(conversation.id, 0):
        turn = turns.typed(conversation, ID, "a question")
    assert (turn.status, kinds(turn)) == (Status.FAILED, ["handoff"])
    assert turn.reply
    assert turn.reply[0]["text"].startswith(KEPT)
    assert bot.asked == []
