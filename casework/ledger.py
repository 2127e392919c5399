"""The truth of what was said: each turn is kept before anything else happens to it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, sessionmaker

from casework.models import ConversationRow, Status, TurnRow

MIGRATIONS = Path(__file__).parent / "migrations"


class ConversationGone(LookupError):
    """The conversation was never started, or it was deleted."""


@dataclass(frozen=True)
class Conversation:
    """A conversation whose secret was shown."""

    id: str
    council: str | None


@dataclass(frozen=True)
class Question:
    """A message that is fit to be kept: masked text, or a pressed button's title and payload."""

    client_id: str
    text: str
    payload: str | None = None
    hidden: tuple[str, ...] = ()
    safety_route: str | None = None


@dataclass(frozen=True)
class Turn:
    """One turn as it stands in the ledger; `reply` is None until it is answered or failed."""

    number: int
    client_id: str
    text: str
    payload: str | None
    hidden: tuple[str, ...]
    safety_route: str | None
    status: Status
    reply: list[dict[str, Any]] | None


class Ledger:
    """Conversations and turns; each method is one short transaction of its own."""

    def __init__(self, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions

    def start(self, council: str | None, moment: datetime) -> tuple[Conversation, str]:
        """Begin a conversation; gives it with its secret, which is not kept and cannot be had again."""
        secret = secrets.token_urlsafe(32)
        row = ConversationRow(
            id=str(uuid.uuid4()),
            secret_hash=_hash(secret),
            council=council,
            started_at=moment,
        )
        with self._sessions.begin() as session:
            session.add(row)
            return Conversation(row.id, row.council), secret

    def find(self, conversation_id: str, secret: str) -> Conversation | None:
        """Give the conversation if the secret is right; a wrong id and a wrong secret look the same."""
        with self._sessions() as session:
            row = session.get(ConversationRow, conversation_id)
            kept = row.secret_hash if row else bytes(32)
            right = hmac.compare_digest(kept, _hash(secret))
            return Conversation(row.id, row.council) if row and right else None

    def receive(self, conversation_id: str, question: Question, moment: datetime) -> Turn:
        """Keep a question as `received`; the same client id again gives the turn that is there.

        Raises ConversationGone.
        """
        with self._sessions.begin() as session:
            hold(session, conversation_id)
            return self._receive(session, conversation_id, question, moment)

    def finish(
        self,
        conversation_id: str,
        number: int,
        reply: list[dict[str, Any]],
        moment: datetime,
        failure: str | None = None,
    ) -> Turn:
        """Store the reply, as `answered` or, with the reason, `failed`. The first reply stays.

        Raises ConversationGone if the turn is not there.
        """
        status = Status.FAILED if failure else Status.ANSWERED
        mine = (TurnRow.conversation_id == conversation_id, TurnRow.number == number)
        # The condition is in the UPDATE itself: of two replies at one moment the database keeps the first.
        waiting = update(TurnRow).where(*mine, TurnRow.status == Status.RECEIVED.value)
        with self._sessions.begin() as session:
            session.execute(
                waiting.values(reply=reply, finished_at=moment, failure=failure, status=status.value)
            )
            row = session.get(TurnRow, (conversation_id, number))
            if row is None:
                raise ConversationGone(f"no turn {number} of {conversation_id}")
            return _turn(row)

    def turn(self, conversation_id: str, number: int) -> Turn | None:
        """Give one turn."""
        with self._sessions() as session:
            row = session.get(TurnRow, (conversation_id, number))
            return _turn(row) if row else None

    def turns(self, conversation_id: str, after: int = 0) -> list[Turn]:
        """Give the turns numbered above `after`, in order."""
        query = select(TurnRow).where(TurnRow.conversation_id == conversation_id, TurnRow.number > after)
        with self._sessions() as session:
            return [_turn(row) for row in session.scalars(query.order_by(TurnRow.number))]

    @staticmethod
    def _receive(session: Session, conversation_id: str, question: Question, moment: datetime) -> Turn:
        mine = select(TurnRow).where(TurnRow.conversation_id == conversation_id)
        there = session.scalar(mine.where(TurnRow.client_id == question.client_id))
        if there:
            return _turn(there)
        highest = select(func.max(TurnRow.number)).where(TurnRow.conversation_id == conversation_id)
        row = TurnRow(
            conversation_id=conversation_id,
            number=(session.scalar(highest) or 0) + 1,
            client_id=question.client_id,
            text=question.text,
            payload=question.payload,
            hidden=list(question.hidden),
            safety_route=question.safety_route,
            status=Status.RECEIVED.value,
            received_at=moment,
        )
        session.add(row)
        session.flush()
        return _turn(row)


def hold(session: Session, conversation_id: str) -> None:
    """Make other writers of this conversation wait until the session ends: any UPDATE takes the lock.

    Raises ConversationGone.
    """
    row = ConversationRow
    mine = update(row).where(row.id == conversation_id)
    held = session.execute(mine.values(council=row.council).returning(row.id))
    if held.first() is None:
        raise ConversationGone(f"no conversation {conversation_id}")


def _turn(row: TurnRow) -> Turn:
    return Turn(
        number=row.number,
        client_id=row.client_id,
        text=row.text,
        payload=row.payload,
        hidden=tuple(row.hidden),
        safety_route=row.safety_route,
        status=Status(row.status),
        reply=row.reply,
    )


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
