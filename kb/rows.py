"""Content turned into database rows, in an order that foreign keys accept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb import models as m
from kb.content import Content, PlacedAnswer
from kb.models import Base
from kb.schema.law import Status
from kb.schema.places import AdviceLine, Contact, Council, Rung, School


def content_rows(content: Content, answers: list[PlacedAnswer]) -> Iterator[list[Base]]:
    """Give the rows in batches: what a later batch points at stands in an earlier one."""
    yield list(_references(content))
    yield [row for placed in answers for row in _answer(placed)]
    yield [_council(loaded.value) for loaded in content.councils]
    yield [_advice_line(council.value.id, council.value.advice_line) for council in content.councils]
    yield [row for loaded in content.schools for row in _school(loaded.value)]
    yield [*_rungs("", content.ladders.value.default)]
    yield [
        m.OutsideStepRow(
            id=step.id,
            position=i,
            title=step.title,
            do=step.do,
            fits=step.fits,
            settles=step.settles,
            reference_ids=step.sources,
        )
        for i, step in enumerate(content.ladders.value.after_school)
    ]
    yield [
        m.ProblemRow(id=problem.id, position=i, title=problem.title)
        for i, problem in enumerate(content.ladders.value.problems)
    ]
    yield [_contact("", contact) for contact in content.contacts.value.contacts]
    yield [_contact(c.value.id, contact) for c in content.councils for contact in c.value.contacts]
    yield list(_terms(content))
    yield [m.SafetyMessageRow(route=r.id, message=r.message) for r in content.safety.value.routes]
    yield list(_rules(content))
    yield list(_meetings(content))


def _references(content: Content) -> Iterator[Base]:
    documents = {source.value.id: source.value for source in content.documents()}
    for source in documents.values():
        yield m.ReferenceRow(
            id=source.id,
            title=source.title,
            paragraph=None,
            url=source.url,
            dated=source.dated,
            status="in_force",
            verified="read",
            checked_on=source.checked_on,
        )
    for rule in (placed.value for placed in content.rules()):
        document = documents[rule.source]
        yield m.ReferenceRow(
            id=rule.id,
            title=document.title,
            paragraph=rule.paragraph,
            url=document.url,
            dated=document.dated,
            status=rule.status.value,
            verified=rule.verified.value,
            checked_on=rule.checked_on,
        )


def _answer(placed: PlacedAnswer) -> Iterator[Base]:
    answer = placed.answer
    yield m.AnswerRow(
        id=placed.id,
        topic=placed.topic,
        text=answer.text,
        duty=answer.duty.value,
        council=answer.scope.council,
        school=answer.scope.school,
        phase=answer.scope.phase.value if answer.scope.phase else None,
        is_default=answer.default,
        handoff=answer.handoff.value,
        checked_on=answer.checked_on,
        review_by=answer.review_by,
        expires_on=answer.expires_on,
        after_expiry=answer.after_expiry,
        next_ids=answer.next,
        questions=[m.AnswerQuestion(position=i, text=text) for i, text in enumerate(answer.questions)],
        references=[
            m.AnswerReference(position=i, reference_id=name) for i, name in enumerate(answer.sources)
        ],
    )


def _council(council: Council) -> Base:
    return m.CouncilRow(
        id=council.id,
        name=council.name,
        short=council.short,
        local_offer=council.local_offer.model_dump(mode="json"),
        source_id=council.source,
        checked_on=council.checked_on,
        review_by=council.review_by,
    )


def _advice_line(council_id: str, line: AdviceLine) -> Base:
    values = line.model_dump(mode="json", exclude={"provenance", "source"})
    return m.AdviceLineRow(council_id=council_id, source_id=line.source, **values)


def _school(school: School) -> Iterator[Base]:
    yield m.SchoolRow(
        id=school.id,
        name=school.name,
        council_id=school.council,
        phase=school.phase.value,
        source_id=school.source,
        checked_on=school.checked_on,
        review_by=school.review_by,
        people=[
            m.PersonRow(position=i, role=p.role.value, title=p.title, names=p.names, does=p.does)
            for i, p in enumerate(school.people)
        ],
        plans=[
            m.PlanRow(position=i, **plan.model_dump(exclude={"provenance"}))
            for i, plan in enumerate(school.plans)
        ],
        agencies=[
            m.AgencyRow(position=i, **agency.model_dump(exclude={"provenance"}))
            for i, agency in enumerate(school.agencies)
        ],
    )
    yield from _rungs(school.id, school.ladder)


def _rungs(school_id: str, ladder: Sequence[Rung]) -> Iterator[Base]:
    for i, rung in enumerate(ladder):
        yield m.RungRow(
            school_id=school_id,
            position=i,
            roles=[role.value for role in rung.roles],
            do=rung.do,
        )


def _contact(council_id: str, contact: Contact) -> Base:
    values = contact.model_dump(mode="json", exclude={"provenance", "source"})
    return m.ContactRow(council_id=council_id, source_id=contact.source, **values)


def _terms(content: Content) -> Iterator[Base]:
    for term in content.glossary.value.glossary:
        yield m.TermRow(
            id=term.id,
            term=term.term,
            status=term.status.value,
            now_id=term.now,
            reference_ids=term.sources,
            meanings=[
                m.MeaningRow(
                    position=i,
                    text=sense.text,
                    council=sense.scope.council,
                    school=sense.scope.school,
                )
                for i, sense in enumerate(term.meanings)
            ],
        )


def _rules(content: Content) -> Iterator[Base]:
    kinds = {placed.value.id: placed.value.kind for placed in content.documents()}
    for rule in (placed.value for placed in content.rules()):
        if rule.status is Status.IN_FORCE:
            kind, duty = kinds[rule.source].value, rule.duty.value
            yield m.RuleRow(reference_id=rule.id, kind=kind, duty=duty, says=rule.says)


def _meetings(content: Content) -> Iterator[Base]:
    titles = {loaded.value.topic: loaded.value.title for loaded in content.answer_files}
    for meeting in content.meeting.value.meetings:
        title = titles[meeting.topic]
        yield m.MeetingRow(topic=meeting.topic, title=title, whom=meeting.whom, ask=meeting.ask)
