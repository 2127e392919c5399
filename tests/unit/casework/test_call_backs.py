"""Cards in the database: kept sealed, one for each card id."""

from __future__ import annotations

import logging
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from casework.call_backs import CallBacks
from casework.ledger import Conversation, Ledger
from casework.models import ConversationRow
from tests.unit.casework.cards import CANARIES, CARD, CARD_ID, rows


def test_a_card_is_read_again_as_it_was_sent(call_backs: CallBacks, engine: Engine, now: datetime) -> None:
    call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    (row,) = rows(engine)
    assert call_backs.open(row.id) == CARD
    assert (row.council, row.status, row.withdrawn_at) == ("bathnes", "waiting", None)


def test_nothing_of_a_card_is_in_any_file_dump_or_log_in_plain_text(
    call_backs: CallBacks,
    engine: Engine,
    conversation: Conversation,
    now: datetime,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    reference = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    canaries = [*CANARIES, reference, reference.replace("-", ""), CARD_ID]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files)
    kept = b"".join(path.read_bytes() for path in files)
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    assert b"bathnes" in kept
    assert "call_back" in dump
    for canary in canaries:
        assert canary.encode() not in kept
        assert canary not in dump
        assert canary.encode().hex() not in dump.lower()
        assert canary not in caplog.text


def test_a_card_without_consent_is_not_kept(call_backs: CallBacks, engine: Engine, now: datetime) -> None:
    with pytest.raises(ValueError, match="consent"):
        call_backs.ask(CARD_ID, replace(CARD, consent=False), None, "bathnes", now)
    assert rows(engine) == []


def test_the_same_card_sent_again_is_one_row_with_the_same_reference(
    call_backs: CallBacks, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    first = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    again = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now + timedelta(hours=1))
    assert again == first
    assert len(rows(engine)) == 1


def test_a_card_put_right_and_sent_again_says_the_new_words_under_the_old_reference(
    call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    first = call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    changed = replace(CARD, phone="07700 900456")
    assert call_backs.ask(CARD_ID, changed, None, "stockton", now) == first
    (row,) = rows(engine)
    assert call_backs.open(row.id) == changed
    assert row.council == "stockton"


def test_the_same_card_from_eight_threads_is_one_row(
    call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    gate = threading.Barrier(8)

    def send(_: int) -> str:
        gate.wait(timeout=5)
        return call_backs.ask(CARD_ID, CARD, None, "bathnes", now)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(send, range(8)))) == 1
    assert len(rows(engine)) == 1


def test_card_ids_of_two_conversations_never_meet(
    call_backs: CallBacks, ledger: Ledger, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    other, _ = ledger.start(None, now)
    origins = (None, conversation.id, other.id)
    assert len({call_backs.ask(CARD_ID, CARD, origin, "bathnes", now) for origin in origins}) == 3
    assert {row.conversation_id for row in rows(engine)} == set(origins)


def test_a_card_outlives_its_conversation(
    call_backs: CallBacks, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    with engine.begin() as connection:
        connection.execute(delete(ConversationRow).where(ConversationRow.id == conversation.id))
    (row,) = rows(engine)
    assert row.conversation_id is None
    assert call_backs.open(row.id) == CARD
