"""Answers, the questions they answer, and what they rest on."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kb.models.base import Base
from kb.models.meeting import RuleRow


class ReferenceRow(Base):
    """A document, or one rule in it, as it is shown below an answer."""

    __tablename__ = "reference"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    paragraph: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    dated: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    verified: Mapped[str] = mapped_column(String(16))
    checked_on: Mapped[date]
    rule: Mapped[RuleRow | None] = relationship(viewonly=True, lazy="joined")


class AnswerRow(Base):
    """One small answer; `text` still holds its tokens."""

    __tablename__ = "answer"

    id: Mapped[str] = mapped_column(String(160), primary_key=True)
    topic: Mapped[str] = mapped_column(String(64), index=True)
    text: Mapped[str] = mapped_column(Text)
    duty: Mapped[str] = mapped_column(String(8))
    council: Mapped[str | None] = mapped_column(String(64))
    school: Mapped[str | None] = mapped_column(String(64))
    phase: Mapped[str | None] = mapped_column(String(16))
    is_default: Mapped[bool]
    handoff: Mapped[str] = mapped_column(String(8))
    checked_on: Mapped[date]
    review_by: Mapped[date]
    expires_on: Mapped[date | None]
    after_expiry: Mapped[str | None] = mapped_column(Text)
    next_ids: Mapped[list[str]] = mapped_column(JSON)

    questions: Mapped[list[AnswerQuestion]] = relationship(
        order_by="AnswerQuestion.position", lazy="selectin"
    )
    references: Mapped[list[AnswerReference]] = relationship(
        order_by="AnswerReference.position", lazy="selectin"
    )


class AnswerQuestion(Base):
    """A question heading of an answer."""

    __tablename__ = "answer_question"

    answer_id: Mapped[str] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class AnswerReference(Base):
    """Which references an answer rests on, strongest first."""

    __tablename__ = "answer_reference"

    answer_id: Mapped[str] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    reference_id: Mapped[str] = mapped_column(ForeignKey("reference.id"))

    reference: Mapped[ReferenceRow] = relationship(lazy="joined")
