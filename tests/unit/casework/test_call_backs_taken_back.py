"""Cards taken back: erased, found by reference only, never to come again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from casework.call_backs import CallBacks, CardWithdrawn
from casework.ledger import Conversation
from tests.unit.casework.cards import CARD, CARD_ID, rows


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
