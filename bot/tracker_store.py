"""Conversations' events in our own table: never ends the process, never pretends to have saved."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.turn import report_storage_failure, storage_failed

logger = logging.getLogger(__name__)
metadata = sa.MetaData()
turn_event = sa.Table(
    "turn_event",
    metadata,
    sa.Column("sender_id", sa.String(64), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("data", sa.Text, nullable=False),
)


class StorageError(Exception):
    """The tracker could not be read or written; the cause is named, never what a parent wrote."""


class SignpostTrackerStore(TrackerStore):
    """Appends events by position; two writers of one conversation collide instead of losing a turn."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: Any = None,
        **kwargs: Any,
    ) -> None:
        """Opens the database at `host`, an SQLAlchemy URL; its table is made when first needed."""
        super().__init__(domain, event_broker)
        self._engine = sa.create_engine(host or "sqlite://", **_pool(host))
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _overwrite_what_is_deleted)
        self._ready = False

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Appends the events that are new since the last save. Raises StorageError."""
        if storage_failed():
            raise StorageError("the conversation could not be read, so it is not written over")
        with self._transaction("write") as connection:
            known = self._count(connection, tracker.sender_id)
            rows = [
                {
                    "sender_id": tracker.sender_id,
                    "position": position,
                    "data": json.dumps(event.as_dict()),
                }
                for position, event in enumerate(tracker.events)
                if position >= known
            ]
            if rows:
                connection.execute(turn_event.insert(), rows)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Gives the conversation, or None if it has not begun. Raises StorageError."""
        events = self._events(sender_id)
        if not events:
            return None
        return DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)

    async def retrieve_full_tracker(self, sender_id: str) -> DialogueStateTracker | None:
        """Gives the same as `retrieve`: conversations here have one session."""
        return await self.retrieve(sender_id)

    async def erase(self, sender_id: str) -> None:
        """Erases a conversation; one that is not there is erased. Raises StorageError."""
        with self._transaction("erase") as connection:
            connection.execute(turn_event.delete().where(turn_event.c.sender_id == sender_id))

    async def keys(self) -> Iterable[str]:
        """Gives every conversation's id. Raises StorageError."""
        with self._transaction("read") as connection:
            return [row.sender_id for row in connection.execute(sa.select(turn_event.c.sender_id).distinct())]

    def _events(self, sender_id: str) -> list[dict[str, Any]]:
        query = sa.select(turn_event.c.data).where(turn_event.c.sender_id == sender_id)
        with self._transaction("read") as connection:
            rows = connection.execute(query.order_by(turn_event.c.position))
            return [json.loads(row.data) for row in rows]

    @staticmethod
    def _count(connection: Any, sender_id: str) -> int:
        query = sa.select(sa.func.count()).select_from(turn_event).where(turn_event.c.sender_id == sender_id)
        return int(connection.execute(query).scalar_one())

    @contextmanager
    def _transaction(self, doing: str) -> Iterator[Any]:
        """Gives a connection; every failure is reported to the turn and raised as StorageError."""
        try:
            if not self._ready:
                metadata.create_all(self._engine)
                self._ready = True
            with self._engine.begin() as connection:
                yield connection
        except Exception as error:
            report_storage_failure()
            # Not the error's own text: SQLAlchemy puts the values, a parent's words, into it.
            logger.error("tracker store cannot %s: %s", doing, type(error).__name__)
            raise StorageError(f"cannot {doing} the conversation: {type(error).__name__}") from None


def _pool(url: str | None) -> dict[str, Any]:
    if url and not url.startswith("sqlite"):
        return {
            "pool_size": 5,
            "max_overflow": 5,
            "pool_pre_ping": True,
            "future": True,
        }
    return {"future": True, "connect_args": {"timeout": 2}}


def _overwrite_what_is_deleted(connection: Any, _record: Any) -> None:
    """Keep erased words from staying readable in the file's free pages."""
    connection.execute("PRAGMA secure_delete=ON")
