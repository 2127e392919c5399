"""Cards open only with their key, in their own place."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from casework.call_backs import CallBacks
from casework.sealing import CannotUnseal
from tests.unit.casework.cards import CARD, CARD_ID, NEW, OLD, rows, set_row, with_keys


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
