"""The ledger's tables: what was asked, what became of it, who wants to be called back, what to forget."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Parent of casework's tables."""


class Status(StrEnum):
    """A turn's life: kept before the bot is asked, then answered, or failed with the safe reply."""

    RECEIVED = "received"
    ANSWERED = "answered"
    FAILED = "failed"


class CardStatus(StrEnum):
    """A call-back card's life: waiting for the advice line, withdrawn by the parent, or too old to keep."""

    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class ConversationRow(Base):
    """One parent's conversation; only a hash of its secret is kept."""

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    council: Mapped[str | None] = mapped_column(String(64))
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class TurnRow(Base):
    """One masked message and its reply. `client_id` is the sender's own id for it, so resending is safe."""

    __tablename__ = "turn"
    __table_args__ = (UniqueConstraint("conversation_id", "client_id"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    payload: Mapped[str | None] = mapped_column(Text)
    hidden: Mapped[list[str]] = mapped_column(JSON)
    safety_route: Mapped[str | None] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16), index=True)
    failure: Mapped[str | None] = mapped_column(String(32))
    reply: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    received_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class CallBackRow(Base):
    """One call-back card. What the parent wrote is in `sealed` only; emptied, it keeps its times only.

    The hashes are keyed: they find a card again by its sender's own id for it, or by its reference.
    """

    __tablename__ = "call_back"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    card_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    reference_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversation.id", ondelete="SET NULL"))
    council: Mapped[str | None] = mapped_column(String(64))
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    status: Mapped[str] = mapped_column(String(16), index=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class FeedbackRow(Base):
    """What a parent pressed under one answer; `reason` is an id of a fixed list, never a parent's words."""

    __tablename__ = "feedback"
    __table_args__ = (
        ForeignKeyConstraint(["conversation_id", "number"], ["turn.conversation_id", "turn.number"]),
    )

    conversation_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(String(160), primary_key=True)
    helped: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(32))
    pressed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class TrackerToEraseRow(Base):
    """A conversation that is gone from here, while the bot's own database may still hold its tracker."""

    __tablename__ = "tracker_to_erase"

    conversation_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    noted_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
