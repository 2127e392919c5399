"""The glossary, and the fixed safety messages."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kb.models.base import Base


class TermRow(Base):
    """A word; `now_id` leads from an old word to today's."""

    __tablename__ = "term"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    term: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    now_id: Mapped[str | None] = mapped_column(String(64))
    reference_ids: Mapped[list[str]] = mapped_column(JSON)

    meanings: Mapped[list[MeaningRow]] = relationship(
        order_by="MeaningRow.position", lazy="selectin"
    )


class MeaningRow(Base):
    """One sense of a word, perhaps only one school's or council's."""

    __tablename__ = "meaning"

    term_id: Mapped[str] = mapped_column(ForeignKey("term.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    council: Mapped[str | None] = mapped_column(String(64))
    school: Mapped[str | None] = mapped_column(String(64))


class SafetyMessageRow(Base):
    """The fixed message of one urgent route."""

    __tablename__ = "safety_message"

    route: Mapped[str] = mapped_column(String(16), primary_key=True)
    message: Mapped[str] = mapped_column(Text)
