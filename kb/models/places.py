"""Schools, councils, their people, and how to reach them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kb.models.base import Base


class CouncilRow(Base):
    """A council whose area we know."""

    __tablename__ = "council"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    short: Mapped[str] = mapped_column(Text)
    local_offer: Mapped[dict[str, Any]] = mapped_column(JSON)
    source_id: Mapped[str] = mapped_column(ForeignKey("reference.id"))
    checked_on: Mapped[date]
    review_by: Mapped[date]


class SchoolRow(Base):
    """A school whose people and ways we know."""

    __tablename__ = "school"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    council_id: Mapped[str] = mapped_column(ForeignKey("council.id"))
    phase: Mapped[str] = mapped_column(String(16))
    source_id: Mapped[str] = mapped_column(ForeignKey("reference.id"))
    checked_on: Mapped[date]
    review_by: Mapped[date]

    people: Mapped[list[PersonRow]] = relationship(
        order_by="PersonRow.position", lazy="selectin"
    )
    plans: Mapped[list[PlanRow]] = relationship(
        order_by="PlanRow.position", lazy="selectin"
    )
    agencies: Mapped[list[AgencyRow]] = relationship(
        order_by="AgencyRow.position", lazy="selectin"
    )


class PersonRow(Base):
    """A role at a school; `names` is empty where no name is known."""

    __tablename__ = "person"

    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(32))
    title: Mapped[str] = mapped_column(Text)
    names: Mapped[list[str]] = mapped_column(JSON)
    does: Mapped[list[str]] = mapped_column(JSON)


class PlanRow(Base):
    """A written plan a school uses."""

    __tablename__ = "plan"

    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    written_by: Mapped[str | None] = mapped_column(Text)
    holds: Mapped[list[str]] = mapped_column(JSON)
    reviewed: Mapped[str | None] = mapped_column(Text)
    who_takes_part: Mapped[str | None] = mapped_column(Text)


class AgencyRow(Base):
    """A specialist service a school works with."""

    __tablename__ = "agency"

    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    helps_with: Mapped[str | None] = mapped_column(Text)


class RungRow(Base):
    """One step of a ladder, lowest first; `school_id` is empty for the ladder of a school we do not know."""

    __tablename__ = "rung"

    school_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    roles: Mapped[list[str]] = mapped_column(JSON)
    do: Mapped[str] = mapped_column(Text)


class OutsideStepRow(Base):
    """A step above every school's ladder."""

    __tablename__ = "outside_step"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    do: Mapped[str] = mapped_column(Text)
    fits: Mapped[str] = mapped_column(Text)
    settles: Mapped[list[str]] = mapped_column(JSON)
    reference_ids: Mapped[list[str]] = mapped_column(JSON)


class ProblemRow(Base):
    """What a parent may still be unhappy about after the school's own steps."""

    __tablename__ = "problem"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(Text)


class ContactRow(Base):
    """A service's details; `council_id` is empty for a national one."""

    __tablename__ = "contact"

    council_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    text_phone: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    source_id: Mapped[str] = mapped_column(ForeignKey("reference.id"))


class AdviceLineRow(Base):
    """A council area's impartial SEND advice service."""

    __tablename__ = "advice_line"

    council_id: Mapped[str] = mapped_column(ForeignKey("council.id"), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    also_known_as: Mapped[list[str]] = mapped_column(JSON)
    phone: Mapped[str | None] = mapped_column(Text)
    text_phone: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(Text)
    hours: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    closures: Mapped[list[str]] = mapped_column(JSON)
    status: Mapped[str] = mapped_column(String(16))
    source_id: Mapped[str] = mapped_column(ForeignKey("reference.id"))
