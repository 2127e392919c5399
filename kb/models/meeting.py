"""What a parent takes to a meeting: questions by topic, and what a rule says in our own words."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from kb.models.base import Base


class MeetingRow(Base):
    """The questions of one topic; `whom` and `ask` still hold their tokens."""

    __tablename__ = "meeting"

    topic: Mapped[str] = mapped_column(String(64), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    whom: Mapped[str] = mapped_column(Text)
    ask: Mapped[list[str]] = mapped_column(JSON)


class RuleRow(Base):
    """One rule in force; `kind` is that of the document it stands in."""

    __tablename__ = "rule"

    reference_id: Mapped[str] = mapped_column(ForeignKey("reference.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    duty: Mapped[str] = mapped_column(String(8))
    says: Mapped[str] = mapped_column(Text)
