"""What all tables share, the release that stamps every answer, and where each fact came from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Parent of the knowledge base's tables."""


class ReleaseRow(Base):
    """The one build that is in the database: a hash of its content."""

    __tablename__ = "release"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    built_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ProvenanceRow(Base):
    """One fact id (such as S0-14) and one thing that says it."""

    __tablename__ = "provenance"

    fact: Mapped[str] = mapped_column(String(8), primary_key=True)
    used_by: Mapped[str] = mapped_column(String(200), primary_key=True)
