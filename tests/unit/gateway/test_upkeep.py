"""The upkeep: what is too old goes, and the bot is asked to forget until it surely has."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from sqlalchemy import Engine, text

from casework.erasing import Erasing
from casework.ledger import Ledger, Question
from gateway.bot_client import BotClient
from gateway.upkeep import TURNS_ARE_OVER, Upkeep

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAYS = 90


@pytest.fixture
def erasing(ledger_engine: Engine) -> Erasing:
    return Erasing(ledger_engine)


@pytest.fixture
def upkeep(erasing: Erasing, bot: Any) -> Upkeep:
    return Upkeep(erasing, BotClient(bot.url, "s"), DAYS)


@pytest.fixture
def started(upkeep: Upkeep) -> Iterator[Upkeep]:
    upkeep.start()
    yield upkeep
    upkeep.stop()


@pytest.fixture
def deleted(ledger: Ledger, erasing: Erasing) -> Callable[[], str]:
    """Begin a conversation and delete it now; gives its id."""

    def delete() -> str:
        conversation = ledger.start(None, NOW)[0]
        erasing.conversation(conversation.id, NOW)
        return conversation.id

    return delete


def asked(bot: Any) -> list[tuple[str, str]]:
    return [(one["path"].rpartition("/")[2], one["sender"]) for one in bot.asked]


def test_the_bot_erases_at_once_and_again_when_every_turn_is_over(
    upkeep: Upkeep, erasing: Erasing, bot: Any, deleted: Callable[[], str]
) -> None:
    conversation_id = deleted()
    for after, notes in (
        (0 * SECOND, 1),
        (TURNS_ARE_OVER - SECOND, 1),
        (TURNS_ARE_OVER, 0),
        (2 * TURNS_ARE_OVER, 0),
    ):
        upkeep.round(NOW + after)
        assert len(erasing.trackers()) == notes
    assert asked(bot) == [("erase", conversation_id)] * 3
    assert set(bot.secrets) == {"s"}


@pytest.mark.parametrize("failing", ["away", "hanging", "500", "503"])
def test_a_bot_that_is_away_is_asked_again_when_it_is_back(
    upkeep: Upkeep,
    erasing: Erasing,
    bot: Any,
    deleted: Callable[[], str],
    failing: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("gateway.bot_client.ERASE_SECONDS", 0.1)
    conversation_id = deleted()
    {"away": bot.resets, "hanging": bot.hangs}.get(failing, lambda: bot.gives(b"", int(failing)))()
    upkeep.round(NOW + TURNS_ARE_OVER)
    reason = {"hanging": "slow", "500": "error", "503": "not_stored"}.get(failing, failing)
    assert caplog.messages == [f"the bot could not erase all trackers ({reason})"]
    assert [note.conversation_id for note in erasing.trackers()] == [conversation_id]
    bot.says()
    upkeep.round(NOW + 2 * TURNS_ARE_OVER)
    assert erasing.trackers() == []


def test_one_tracker_that_cannot_be_erased_does_not_keep_the_others(
    upkeep: Upkeep, erasing: Erasing, bot: Any, deleted: Callable[[], str]
) -> None:
    first, second = deleted(), deleted()

    def fail_the_first(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(503 if bot.asked[-1]["sender"] == first else 200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    bot.does(fail_the_first)
    upkeep.round(NOW + TURNS_ARE_OVER)
    assert {sender for _, sender in asked(bot)} == {first, second}
    assert [note.conversation_id for note in erasing.trackers()] == [first]


def test_a_bot_that_is_away_is_not_asked_about_each_one(
    upkeep: Upkeep, bot: Any, deleted: Callable[[], str]
) -> None:
    for _ in range(3):
        deleted()
    bot.resets()
    upkeep.round(NOW)
    assert len(bot.asked) == 1


def test_the_note_stays_until_the_log_is_empty_too(
    upkeep: Upkeep, erasing: Erasing, ledger_engine: Engine, deleted: Callable[[], str]
) -> None:
    deleted()
    with ledger_engine.connect() as reader:
        reader.exec_driver_sql("begin")
        reader.exec_driver_sql("select count(*) from turn").scalar_one()
        with ledger_engine.begin() as other:
            other.execute(text("insert into tracker_to_erase values ('x', '2026-11-28 12:00:00')"))
        upkeep.round(NOW + TURNS_ARE_OVER)
        assert len(erasing.trackers()) == 2
    upkeep.round(NOW + TURNS_ARE_OVER)
    assert erasing.trackers() == []


@pytest.mark.parametrize(("age", "kept"), [(timedelta(days=DAYS), 1), (timedelta(days=DAYS) + SECOND, 0)])
def test_a_conversation_goes_one_second_after_its_time(
    upkeep: Upkeep, ledger: Ledger, bot: Any, erasing: Erasing, age: timedelta, kept: int
) -> None:
    conversation, _ = ledger.start(None, NOW - age)
    ledger.receive(conversation.id, Question("m-1", "a question"), NOW - age)
    upkeep.round(NOW)
    assert len(ledger.turns(conversation.id)) == kept
    # Nobody was in the middle of a turn, so that asking the bot once is enough.
    assert asked(bot) == [("erase", conversation.id)] * (1 - kept)
    assert erasing.trackers() == []


def test_all_batches_of_old_conversations_go_in_one_round(
    upkeep: Upkeep, ledger: Ledger, bot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casework.erasing.BATCH", 2)
    ids = {ledger.start(None, NOW - timedelta(days=91))[0].id for _ in range(5)}
    upkeep.round(NOW)
    assert {sender for _, sender in asked(bot)} == ids


def test_a_round_with_nothing_to_do_leaves_the_bot_alone(upkeep: Upkeep, ledger: Ledger, bot: Any) -> None:
    ledger.start(None, NOW)
    upkeep.round(NOW)
    assert bot.asked == []


def test_a_started_upkeep_wakes_for_a_deletion_and_outlives_a_failure(
    started: Upkeep, bot: Any, deleted: Callable[[], str], monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    rounds, real = threading.Semaphore(0), started.round

    def counted(moment: datetime) -> None:
        try:
            if failing:
                raise ValueError("a secret worry")
            real(moment)
        finally:
            rounds.release()

    failing = True
    monkeypatch.setattr(started, "round", counted)
    started.wake()
    assert rounds.acquire(timeout=5)
    failing, conversation_id = False, deleted()
    started.wake()
    assert rounds.acquire(timeout=5)
    assert asked(bot)[-1] == ("erase", conversation_id)
    assert "upkeep failed: ValueError" in caplog.messages
    assert "secret" not in caplog.text


def test_nothing_runs_before_it_is_started(app: Any) -> None:
    assert "upkeep" not in {thread.name for thread in threading.enumerate()}
