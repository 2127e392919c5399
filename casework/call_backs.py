"""Call-back cards: kept sealed, found again by their reference, erased when the parent says so."""

from __future__ import annotations

import hmac
import uuid
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from casework.card import Card
from casework.models import CallBackRow, CardStatus, ConversationRow
from casework.reference import reference_from, typed_reference
from casework.sealing import CannotUnseal, Sealer


class CardWithdrawn(Exception):
    """The card was withdrawn; it must not come back because an old form is sent again."""


class CallBacks:
    """The cards of one database; each method is one short transaction of its own.

    A card's reference is derived from the sender's own id for the card with a secret key. So the same card
    sent again gets the same reference, although only a hash of the reference is kept.
    """

    def __init__(self, sessions: sessionmaker[Session], sealer: Sealer) -> None:
        self._sessions, self._sealer = sessions, sealer

    def ask(
        self, card_id: str, card: Card, conversation_id: str | None, council: str, moment: datetime
    ) -> str:
        """Keep a card and give its reference. The same `card_id` again replaces what the card says.

        Card ids of two conversations never meet. Raises ValueError for a card without consent and
        CardWithdrawn for one that was withdrawn.
        """
        if not card.consent:
            raise ValueError("a card needs consent")
        origin = f"{conversation_id or ''}/{card_id}"
        try:
            return self._keep(origin, card, conversation_id, council, moment)
        except IntegrityError:
            # The same card came twice at one moment, or its conversation was deleted just now.
            return self._keep(origin, card, conversation_id, council, moment)

    def withdraw(self, reference: str, moment: datetime) -> bool:
        """Erase what a card says; False, with nothing to tell them apart, if it is unknown or withdrawn."""
        hashes = self._sealer.hashes("reference", typed_reference(reference))
        row = CallBackRow
        with self._sessions.begin() as session:
            found = session.scalar(select(row).where(row.reference_hash.in_(hashes)))
            kept = found.reference_hash if found else bytes(32)
            right = [one for one in hashes if hmac.compare_digest(kept, one)]
            waiting = update(row).where(row.reference_hash.in_(right), row.status == CardStatus.WAITING.value)
            nothing = {"sealed": None, "council": None, "conversation_id": None}
            erased = waiting.values(status=CardStatus.WITHDRAWN.value, withdrawn_at=moment, **nothing)
            return session.execute(erased.returning(row.id)).first() is not None

    def open(self, call_back_id: str) -> Card:
        """Give a card to read. Raises LookupError if there is none, CannotUnseal if it was changed."""
        with self._sessions() as session:
            row = session.get(CallBackRow, call_back_id)
            if row is None or row.sealed is None:
                raise LookupError(f"no card {call_back_id}")
            return Card.from_bytes(self._sealer.unseal(row.sealed, _owner(row.id, row.council)))

    def _keep(
        self, origin: str, card: Card, conversation_id: str | None, council: str, moment: datetime
    ) -> str:
        hashes, row = self._sealer.hashes("card", origin), CallBackRow
        with self._sessions.begin() as session:
            there = session.scalar(select(row).where(row.card_hash.in_(hashes)))
            if there:
                self._replace(session, there.id, card, council)
                return self._reference_again(origin, there.reference_hash)
            reference = reference_from(self._sealer.hashes("made reference", origin)[0])
            call_back_id = str(uuid.uuid4())
            linked = select(ConversationRow.id).where(ConversationRow.id == conversation_id)
            session.add(
                row(
                    id=call_back_id,
                    card_hash=hashes[0],
                    reference_hash=self._sealer.hashes("reference", reference)[0],
                    conversation_id=session.scalar(linked),
                    council=council,
                    sealed=self._sealer.seal(card.to_bytes(), _owner(call_back_id, council)),
                    status=CardStatus.WAITING.value,
                    created_at=moment,
                )
            )
            return reference

    def _replace(self, session: Session, call_back_id: str, card: Card, council: str) -> None:
        row = CallBackRow
        sealed = self._sealer.seal(card.to_bytes(), _owner(call_back_id, council))
        # The condition is in the UPDATE itself: a withdrawal at the same moment stays a withdrawal.
        waiting = update(row).where(row.id == call_back_id, row.status == CardStatus.WAITING.value)
        kept = session.execute(waiting.values(sealed=sealed, council=council).returning(row.id))
        if kept.first() is None:
            raise CardWithdrawn

    def _reference_again(self, origin: str, kept: bytes) -> str:
        """Derive the reference with the key the card was first kept under."""
        for made in self._sealer.hashes("made reference", origin):
            reference = reference_from(made)
            if any(hmac.compare_digest(kept, one) for one in self._sealer.hashes("reference", reference)):
                return reference
        raise CannotUnseal


def _owner(call_back_id: str, council: str | None) -> str:
    """Bind a card to its row and its area: moved to another row or sent to another line, it does not open."""
    return f"{call_back_id}/{council}"
