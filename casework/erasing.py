"""Forgetting: what a parent deletes, or what was kept long enough, goes from every table at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Engine, and_, delete, exists, select, true, update
from sqlalchemy.orm import Session, sessionmaker

from casework.models import (
    CallBackRow,
    CardStatus,
    ConversationRow,
    FeedbackRow,
    TrackerToEraseRow,
    TurnRow,
)
from storage.emptying import empty_log

BATCH = 100  # conversations


@dataclass(frozen=True)
class TrackerToErase:
    """A conversation whose words the bot may still hold, and since when nobody can add to it."""

    conversation_id: str
    noted_at: datetime


class Erasing:
    """Erases from one ledger. Each conversation is one short transaction; moments are in UTC."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._sessions = engine, sessionmaker(engine)

    def conversation(self, conversation_id: str, moment: datetime) -> bool:
        """Erase a conversation and note its tracker for the bot; False if there is none."""
        erased = self._erase(conversation_id, true(), moment)
        if erased:
            self.empty_log()
        return erased

    def conversations_before(self, limit: datetime) -> int:
        """Erase up to 100 conversations whose last question, or start, was before `limit`; gives how many."""
        row, old = ConversationRow, _last_before(limit)
        with self._sessions() as session:
            found = list(session.scalars(select(row.id).where(old).order_by(row.started_at).limit(BATCH)))
        # A question may have come since they were found, so that the condition is asked again with each one.
        return sum(self._erase(conversation_id, old, limit) for conversation_id in found)

    def cards_before(self, limit: datetime) -> int:
        """Empty the call-back cards first kept before `limit`; gives how many. Times and hashes stay."""
        row = CallBackRow
        old = update(row).where(row.created_at < limit, row.status == CardStatus.WAITING.value)
        nothing = {"sealed": None, "council": None, "conversation_id": None}
        emptied = old.values(status=CardStatus.EXPIRED.value, **nothing).returning(row.id)
        with self._sessions.begin() as session:
            return len(session.execute(emptied).all())

    def trackers(self) -> list[TrackerToErase]:
        """Give what the bot has still to erase, the oldest first."""
        with self._sessions() as session:
            rows = session.scalars(select(TrackerToEraseRow).order_by(TrackerToEraseRow.noted_at))
            # SQLite gives times back without their zone.
            return [TrackerToErase(row.conversation_id, _utc(row.noted_at)) for row in rows]

    def tracker_erased(self, conversation_id: str) -> None:
        """Take a note away."""
        row = TrackerToEraseRow
        with self._sessions.begin() as session:
            session.execute(delete(row).where(row.conversation_id == conversation_id))

    def empty_log(self) -> bool:
        """Leave nothing of what was erased in the database's log; False if it has to be tried again."""
        return empty_log(self._engine)

    def _erase(self, conversation_id: str, condition: ColumnElement[bool], noted_at: datetime) -> bool:
        row = ConversationRow
        mine = update(row).where(row.id == conversation_id, condition)
        with self._sessions.begin() as session:
            # As in the ledger's `hold`: from here on no other writer of this conversation gets in between.
            if session.execute(mine.values(council=row.council).returning(row.id)).first() is None:
                return False
            _erase_rows(session, conversation_id)
            session.add(TrackerToEraseRow(conversation_id=conversation_id, noted_at=noted_at))
            return True


def _erase_rows(session: Session, conversation_id: str) -> None:
    card = CallBackRow
    session.execute(delete(FeedbackRow).where(FeedbackRow.conversation_id == conversation_id))
    session.execute(delete(TurnRow).where(TurnRow.conversation_id == conversation_id))
    # The parent still wants the call; only the way back from the card to the conversation goes.
    session.execute(update(card).where(card.conversation_id == conversation_id).values(conversation_id=None))
    session.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))


def _last_before(limit: datetime) -> ColumnElement[bool]:
    row = ConversationRow
    later = exists().where(TurnRow.conversation_id == row.id, TurnRow.received_at >= limit)
    return and_(row.started_at < limit, ~later)


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
