"""Typed questions to the knowledge base. Each takes an open session and gives frozen records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kb import models as m
from kb import records as r

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def release(session: Session) -> str | None:
    """Give the id of the build in use, or None for an empty database."""
    return session.scalar(select(m.ReleaseRow.id))


def answers(
    session: Session,
    topic: str,
    council: str | None,
    school: str | None,
    phase: str | None,
) -> list[r.Answer]:
    """Give the answers of `topic` that hold at this place; unknown places (None) get only national ones.

    An unknown phase leaves nothing out: the heading a parent is nearest to tells which is meant.
    """
    row = m.AnswerRow
    query = (
        select(row)
        .where(row.topic == topic)
        .where(or_(row.council.is_(None), row.council == council))
        .where(or_(row.school.is_(None), row.school == school))
        .order_by(row.id)
    )
    if phase:
        query = query.where(or_(row.phase.is_(None), row.phase == phase))
    return [_answer(found) for found in session.scalars(query)]


def answer(session: Session, answer_id: str) -> r.Answer | None:
    """Give one answer by its id, `topic/answer`."""
    found = session.get(m.AnswerRow, answer_id)
    return _answer(found) if found else None


def school(session: Session, school_id: str) -> r.School | None:
    """Give one school with its people and the names of its plans."""
    found = session.get(m.SchoolRow, school_id)
    if found is None:
        return None
    people = tuple(r.Person(p.role, p.title, tuple(p.names), tuple(p.does)) for p in found.people)
    plans = tuple(plan.name for plan in found.plans)
    source = _reference_by_id(session, found.source_id)
    return r.School(found.id, found.name, found.council_id, found.phase, source, people, plans)


def school_names(session: Session) -> list[tuple[str, str]]:
    """Give every school as (id, name), by name."""
    return [
        (found.id, found.name) for found in session.scalars(select(m.SchoolRow).order_by(m.SchoolRow.name))
    ]


def council(session: Session, council_id: str) -> r.Council | None:
    """Give one council with its Local Offer and advice line."""
    found = session.get(m.CouncilRow, council_id)
    line = session.get(m.AdviceLineRow, council_id)
    if found is None or line is None:
        return None
    offer = found.local_offer
    local_offer = r.LocalOffer(
        offer["name"],
        offer["website"],
        offer["status"],
        _reference_by_id(session, offer["source"]),
    )
    return r.Council(found.id, found.name, found.short, local_offer, _advice_line(session, line))


def council_names(session: Session) -> list[tuple[str, str]]:
    """Give every council as (id, short name), by name."""
    return [
        (found.id, found.short)
        for found in session.scalars(select(m.CouncilRow).order_by(m.CouncilRow.short))
    ]


def ladder(session: Session, school_id: str | None) -> list[r.Rung]:
    """Give the rungs of this school, lowest first; the usual ladder where the school is not known."""
    query = select(m.RungRow).where(m.RungRow.school_id == (school_id or ""))
    rungs = session.scalars(query.order_by(m.RungRow.position))
    return [r.Rung(rung.position, tuple(rung.roles), rung.do) for rung in rungs]


def outside_steps(session: Session) -> list[r.OutsideStep]:
    """Give the steps above every school, in order."""
    rows = session.scalars(select(m.OutsideStepRow).order_by(m.OutsideStepRow.position))
    return [
        r.OutsideStep(
            row.id, row.title, row.do, row.fits, tuple(row.settles), references(session, row.reference_ids)
        )
        for row in rows
    ]


def problems(session: Session) -> list[tuple[str, str]]:
    """Give what a parent may still be unhappy about after the school's steps, as (id, title), in order."""
    rows = session.scalars(select(m.ProblemRow).order_by(m.ProblemRow.position))
    return [(row.id, row.title) for row in rows]


def contact(session: Session, contact_id: str, council_id: str | None = None) -> r.Contact | None:
    """Give a national service, or one of a council's, by id."""
    row = session.get(m.ContactRow, (council_id or "", contact_id))
    if row is None:
        return None
    return r.Contact(
        row.id,
        row.name,
        row.what,
        row.phone,
        row.text_phone,
        row.email,
        row.address,
        row.website,
        row.status,
        _reference_by_id(session, row.source_id),
    )


def term(session: Session, term_id: str) -> r.Term | None:
    """Give one glossary term with all its senses."""
    row = session.get(m.TermRow, term_id)
    if row is None:
        return None
    now = session.get(m.TermRow, row.now_id) if row.now_id else None
    meanings = tuple(r.Meaning(sense.text, sense.council, sense.school) for sense in row.meanings)
    rests_on = references(session, row.reference_ids)
    return r.Term(row.id, row.term, row.status, now.term if now else None, meanings, rests_on)


def references(session: Session, ids: Sequence[str]) -> tuple[r.Reference, ...]:
    """Give documents and rules by id, in order. Raises NoResultFound for one that does not exist."""
    return tuple(_reference_by_id(session, reference_id) for reference_id in ids)


def rule(session: Session, reference_id: str) -> r.Rule | None:
    """Give what a rule in force says; None for a document, or a rule that does not bind today."""
    row = session.get(m.RuleRow, reference_id)
    if row is None:
        return None
    return r.Rule(_reference_by_id(session, reference_id), row.kind, row.duty, row.says)


def meetings(session: Session) -> dict[str, r.Meeting]:
    """Give the meeting questions by topic; topics that nobody meets about are left out."""
    rows = session.scalars(select(m.MeetingRow).order_by(m.MeetingRow.topic))
    return {row.topic: r.Meeting(row.topic, row.title, row.whom, tuple(row.ask)) for row in rows}


def safety_message(session: Session, route: str) -> str | None:
    """Give the fixed message of an urgent route, tokens unfilled."""
    row = session.get(m.SafetyMessageRow, route)
    return row.message if row else None


def known_numbers(session: Session) -> frozenset[str]:
    """Give every phone number and e-mail that the knowledge base itself publishes."""
    rows: list[Any] = [
        *session.scalars(select(m.ContactRow)),
        *session.scalars(select(m.AdviceLineRow)),
    ]
    parts = (part for row in rows for part in (row.phone, row.text_phone, row.email))
    return frozenset(part for part in parts if part)


def _answer(row: m.AnswerRow) -> r.Answer:
    return r.Answer(
        id=row.id,
        topic=row.topic,
        text=row.text,
        duty=row.duty,
        council=row.council,
        school=row.school,
        phase=row.phase,
        is_default=row.is_default,
        handoff=row.handoff,
        checked_on=row.checked_on,
        review_by=row.review_by,
        expires_on=row.expires_on,
        after_expiry=row.after_expiry,
        questions=tuple(question.text for question in row.questions),
        references=tuple(_reference(link.reference) for link in row.references),
        next_ids=tuple(row.next_ids),
    )


def _reference(row: m.ReferenceRow) -> r.Reference:
    return r.Reference(
        row.id,
        row.title,
        row.paragraph,
        row.url,
        row.dated,
        row.status,
        row.verified,
        row.checked_on,
        law=row.rule is not None and row.rule.kind == "law" and row.rule.duty == "must",
        code=row.rule is not None and row.rule.kind == "code",
    )


def _reference_by_id(session: Session, reference_id: str) -> r.Reference:
    return _reference(session.get_one(m.ReferenceRow, reference_id))


def _advice_line(session: Session, row: m.AdviceLineRow) -> r.AdviceLine:
    hours = tuple(
        r.Hours(
            frozenset(WEEKDAYS.index(day) for day in span["days"]),
            time.fromisoformat(span["opens"]),
            time.fromisoformat(span["closes"]),
        )
        for span in row.hours
    )
    return r.AdviceLine(
        council=row.council_id,
        name=row.name,
        also_known_as=tuple(row.also_known_as),
        phone=row.phone,
        text_phone=row.text_phone,
        email=row.email,
        website=row.website,
        hours=hours,
        closures=frozenset(date.fromisoformat(day) for day in row.closures),
        status=row.status,
        source=_reference_by_id(session, row.source_id),
    )
