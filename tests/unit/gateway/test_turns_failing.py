"""When the bot fails a turn: never silence, the right area's line, safety first, and no words in the logs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import Conversation, Ledger, Turn
from casework.models import Status
from gateway.bot_client import BotClient
from gateway.safe_reply import KEPT, KEPT_WITHOUT_KB, SafeReplies
from gateway.turns import Turns
from safety.routes import SafetyPhrases

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BATH = "01225 394382"
CRY = "my son has just taken an overdose"
FAILING = {
    "away": lambda bot: bot.stop(),
    "hanging": lambda bot: bot.hangs(),
    "resetting": lambda bot: bot.resets(),
    "failing": lambda bot: bot.gives(b"", 500),
    "losing": lambda bot: bot.gives(b"", 503),
    "rubbish": lambda bot: bot.gives(b"\xff{"),
    "wrong shape": lambda bot: bot.says("text"),
    "silent": lambda bot: bot.says(),
}


@pytest.fixture
def start(ledger: Ledger) -> Callable[..., Conversation]:
    return lambda council=None: ledger.start(council, NOW)[0]


@pytest.fixture
def make_turns(ledger: Ledger, bot: Any, built_kb: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make the turns on a knowledge base; a hanging bot is given up soon."""
    monkeypatch.setattr("gateway.turns.TURN_SECONDS", 1.0)
    phrases = SafetyPhrases.read(built_kb.safety_file)
    client = BotClient(bot.url, "s")
    return lambda kb: Turns(ledger, client, SafeReplies(kb), phrases, frozenset)


@pytest.fixture
def turns(make_turns: Any, kb: sessionmaker[Session]) -> Turns:
    return make_turns(kb)


def said(turn: Turn) -> str:
    return "\n".join(message.get("text") or "" for message in turn.reply or [])


def answered_for(council: str | None) -> list[dict[str, Any]]:
    return [{"text": "An answer."}, {"custom": {"kind": "answer", "council": council}}]


@pytest.mark.parametrize("way", FAILING)
def test_every_failure_gets_the_safe_reply_and_is_kept(
    turns: Turns, ledger: Ledger, start: Any, bot: Any, way: str
) -> None:
    FAILING[way](bot)
    conversation = start("bathnes")
    turn = turns.typed(conversation, "client-0001", "a question")
    assert turn.status == Status.FAILED
    assert said(turn).startswith(KEPT)
    assert BATH in said(turn)
    assert ledger.turns(conversation.id) == [turn]


@pytest.mark.parametrize("way", FAILING)
def test_every_failure_still_answers_a_cry_first(turns: Turns, start: Any, bot: Any, way: str) -> None:
    FAILING[way](bot)
    turn = turns.typed(start(), "client-0001", CRY)
    assert turn.safety_route == "danger_now"
    assert turn.reply
    assert turn.reply[1]["custom"] == {"kind": "safety", "route": "danger_now"}
    assert "999" in turn.reply[0]["text"]
    assert KEPT in said(turn)


def test_a_cry_that_the_bot_did_not_hear_is_answered_first(turns: Turns, start: Any, bot: Any) -> None:
    turn = turns.typed(start(), "client-0001", CRY)
    assert turn.status == Status.ANSWERED
    assert "999" in (turn.reply or [{}])[0]["text"]
    assert said(turn).endswith("Hello from the bot.")


def test_a_cry_is_heard_before_its_numbers_are_hidden(turns: Turns, start: Any, bot: Any) -> None:
    turn = turns.typed(start(), "client-0001", f"{CRY}, i am on 07700 900123")
    assert (turn.safety_route, turn.hidden) == ("danger_now", ("phone",))


def test_without_bot_and_knowledge_base_there_is_still_no_silence(
    make_turns: Any, no_kb: sessionmaker[Session], start: Any, bot: Any
) -> None:
    bot.stop()
    turns, conversation = make_turns(no_kb), start("bathnes")
    assert said(turns.typed(conversation, "client-0001", "a question")).strip() == KEPT_WITHOUT_KB
    assert "999" in said(turns.typed(conversation, "client-0002", CRY))


@pytest.mark.parametrize(
    ("page", "replies", "is_bath"),
    [
        ("bathnes", [], True),
        (None, [], False),
        (None, [answered_for("bathnes")], True),
        ("stockton", [answered_for("bathnes")], True),
        ("bathnes", [answered_for("stockton")], False),
        ("bathnes", [answered_for(None)], False),
        (None, [answered_for("stockton"), answered_for("bathnes")], True),
        (None, [answered_for("bathnes"), answered_for("stockton")], False),
        (None, [answered_for("bathnes"), [{"text": "You are welcome."}]], True),
    ],
)
def test_the_safe_reply_is_for_the_area_of_the_latest_reply_else_of_the_page(
    turns: Turns, start: Any, bot: Any, page: str | None, replies: list[Any], is_bath: bool
) -> None:
    conversation = start(page)
    for number, reply in enumerate(replies):
        bot.says(*reply)
        turns.typed(conversation, f"earlier-{number}", "a question")
    bot.stop()
    for client_id in ("client-0001", "client-0002"):
        assert (BATH in said(turns.typed(conversation, client_id, "a question"))) is is_bath


def test_the_reason_is_kept_in_the_ledger_and_logged_without_a_word(
    turns: Turns, start: Any, bot: Any, ledger_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    conversation = start()
    with caplog.at_level("DEBUG"):
        for number, fail in enumerate(FAILING.values()):
            bot.says({"text": "Sesame"})
            fail(bot) if fail is not FAILING["away"] else None
            turns.typed(conversation, f"client-{number:04}", "Marmaduke throws xylophones at 07700 900123")
    with ledger_engine.connect() as connection:
        reasons = list(connection.scalars(text("select failure from turn order by number")))
    assert reasons == [None, "slow", "away", "error", "not_stored", "error", "error", "silent"]
    assert f"turn 2 of {conversation.id}: safe reply (slow)" in caplog.text
    for word in ("Marmaduke", "xylophones", "900123", "Sesame"):
        assert word not in caplog.text
