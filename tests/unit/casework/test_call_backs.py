"""Cards in the database: sealed, one for each card id, found by reference only, gone when taken back."""

from __future__ import annotations

import logging
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session, sessionmaker

from casework.call_backs import CallBacks, CardWithdrawn
from casework.card import NEEDS, Card
from casework.ledger import Conversation, Ledger
from casework.models import CallBackRow, ConversationRow
from casework.sealing import CannotUnseal, Sealer

OLD, NEW = "an old key, long enough " * 2, "a new key, long enough " * 2
CARD = Card(
    question="Marmaduke throws xylophones. What now?",
    said="Ask the quincunx.",
    tried=("Talked to the Zebedee",),
    wants="help with a wibble",
    name="Griselda Plumptre",
    phone="07700 900123",
    email="griselda@example.org",
    how="phone",
    when=("morning",),
    when_note="not on Frobdays",
    needs=tuple(NEEDS),
    needs_note="Klingon",
    safe_message="no",
    consent=True,
)
CANARIES = (
    "Marmaduke", "quincunx", "Zebedee", "wibble", "Griselda", "07700", "900123", "example.org",
    "Frobdays", "interpreter", "Klingon",
)  # fmt: skip
CARD_ID = "card-id-0000-0001"


@pytest.fixture
def call_backs(engine: Engine) -> CallBacks:
    return with_keys(engine, NEW)


def with_keys(engine: Engine, *keys: str) -> CallBacks:
    return CallBacks(sessionmaker(engine), Sealer(keys))


def rows(engine: Engine) -> list[CallBackRow]:
    with Session(engine) as session:
        return list(session.scalars(select(CallBackRow).order_by(CallBackRow.created_at)))


def set_row(engine: Engine, call_back_id: str, **values: object) -> None:
    with engine.begin() as connection:
        connection.execute(update(CallBackRow).where(CallBackRow.id == call_back_id).values(**values))


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


def test_taking_a_card_back_erases_all_but_its_times(
    call_backs: CallBacks, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    reference = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    later = now + timedelta(days=1)
    assert call_backs.withdraw(reference, later) is True
    (row,) = rows(engine)
    assert (row.sealed, row.council, row.conversation_id) == (None, None, None)
    assert (row.status, row.withdrawn_at) == ("withdrawn", later.replace(tzinfo=None))
    with pytest.raises(LookupError, match="no card"):
        call_backs.open(row.id)


def test_a_reference_may_be_typed_carelessly(call_backs: CallBacks, now: datetime) -> None:
    reference = call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    assert call_backs.withdraw(f" {reference.lower().replace('-', ' ')} ", now) is True


def test_a_wrong_reference_a_used_one_and_rubbish_look_the_same(
    call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    reference = call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    call_backs.withdraw(reference, now)
    call_backs.ask("another-card-0001", CARD, None, "bathnes", now)
    wrong = reference[:-1] + ("2" if reference[-1] != "2" else "3")
    for typed in (reference, wrong, "", "\x00", "\ud800", "é" * 5000):
        assert call_backs.withdraw(typed, now) is False
    assert [row.sealed is None for row in rows(engine)] == [True, False]


def test_only_the_named_card_is_taken_back(call_backs: CallBacks, engine: Engine, now: datetime) -> None:
    call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    second = call_backs.ask("another-card-0001", CARD, None, "bathnes", now + timedelta(1))
    call_backs.withdraw(second, now)
    assert [row.status for row in rows(engine)] == ["waiting", "withdrawn"]


def test_an_old_form_cannot_bring_a_withdrawn_card_back(
    call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    call_backs.withdraw(call_backs.ask(CARD_ID, CARD, None, "bathnes", now), now)
    with pytest.raises(CardWithdrawn):
        call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    (row,) = rows(engine)
    assert (row.sealed, row.status) == (None, "withdrawn")


def test_swapped_cards_are_refused(call_backs: CallBacks, engine: Engine, now: datetime) -> None:
    for card_id in (CARD_ID, "another-card-0001"):
        call_backs.ask(card_id, CARD, None, "bathnes", now)
    one, other = rows(engine)
    set_row(engine, one.id, sealed=other.sealed)
    set_row(engine, other.id, sealed=one.sealed)
    for row in (one, other):
        with pytest.raises(CannotUnseal):
            call_backs.open(row.id)


def test_a_card_that_was_sent_to_another_area_does_not_open(
    call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    (row,) = rows(engine)
    set_row(engine, row.id, council="stockton")
    with pytest.raises(CannotUnseal):
        call_backs.open(row.id)


def test_tampered_bytes_and_a_wrong_key_are_refused(
    call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    call_backs.ask(CARD_ID, CARD, None, "bathnes", now)
    (row,) = rows(engine)
    with pytest.raises(CannotUnseal):
        with_keys(engine, OLD).open(row.id)
    assert row.sealed
    set_row(engine, row.id, sealed=row.sealed[:-1] + bytes([row.sealed[-1] ^ 1]))
    with pytest.raises(CannotUnseal):
        call_backs.open(row.id)


def test_after_a_change_of_keys_old_cards_open_resend_and_are_taken_back(
    engine: Engine, now: datetime
) -> None:
    reference = with_keys(engine, OLD).ask(CARD_ID, CARD, None, "bathnes", now)
    both = with_keys(engine, NEW, OLD)
    (row,) = rows(engine)
    assert both.open(row.id) == CARD
    assert both.ask(CARD_ID, CARD, None, "bathnes", now) == reference
    assert len(rows(engine)) == 1
    assert both.withdraw(reference, now) is True


def test_a_card_that_never_was_cannot_be_opened(call_backs: CallBacks) -> None:
    with pytest.raises(LookupError, match="no card nothing"):
        call_backs.open("nothing")


def test_a_card_outlives_its_conversation(
    call_backs: CallBacks, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    with engine.begin() as connection:
        connection.execute(delete(ConversationRow).where(ConversationRow.id == conversation.id))
    (row,) = rows(engine)
    assert row.conversation_id is None
    assert call_backs.open(row.id) == CARD
