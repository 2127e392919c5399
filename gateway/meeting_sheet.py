"""The meeting sheet: what to ask, whom, the duty, the dates and the advice line, from the answers given.

The conversation only says which answers were given. Every word on the sheet is today's knowledge base's, so
nothing that the parent typed can be on it.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from casework.ledger import Turn
from deadlines.steps import step
from english.wording import join, spoken_date
from gateway.sheet_answers import Told, school_of, told
from gateway.sheet_parts import Day, Duty, Item, Line, Sheet, Source
from kb import queries
from kb.duties import local_way, rule_named, rule_told
from kb.filling import USUAL_TITLE, Filler
from kb.records import Answer, Council, Meeting, Reference
from kb.speech import CONFIRM_WITH_SCHOOL, person_named
from kb.tokens import fill

TITLE = "What to ask at the meeting"
EMPTY = (
    'There is nothing on your sheet yet. Ask a question in the chat first, such as "Who do I talk to at '
    'school?". Then open this page again.'
)
NOTE = (
    "Your own words are not on this sheet, so you can show it to others. It is information, not legal advice."
)
COUNTED = (
    "The dates were counted from a day that you gave. Please check them with the advice line before you rely "
    "on them."
)
BEFORE = "It is free and takes no side. You can get in touch before the meeting and after it."
NO_AREA = "Tell me your council in the chat and open this page again. Then its details are here."
WHOSE = {"parent": "you", "council": "the council", "adviser": "the mediation adviser"}
# Who does the same at a school that has no one of that name, or where we do not know the school.
STAND_INS = {
    "class_teacher": ("form_tutor", "subject_teacher"),
    "sen_governor": ("governors", "education_advisory_board"),
}


def meeting_sheet(session: Session, turns: list[Turn], council_id: str | None, today: date) -> Sheet:
    """Make the sheet of a conversation whose area is `council_id` (None or unknown: none)."""
    known = dict(queries.council_names(session))
    council = queries.council(session, council_id) if council_id and council_id in known else None
    school = school_of(session, turns, council_id)
    filler = Filler(session, school, council)
    meetings = queries.meetings(session)
    found = told(session, turns, meetings, council, school)
    items = tuple(_item(filler, meetings[one.topic], one, today) for one in found)
    parts = [
        NOTE,
        COUNTED if any(item.dates for item in items) else "",
        CONFIRM_WITH_SCHOOL if school and items else "",
    ]
    return Sheet(
        TITLE,
        spoken_date(today),
        items,
        _line(filler, council),
        " ".join(part for part in parts if part),
        None if items else EMPTY,
    )


def _item(filler: Filler, meeting: Meeting, one: Told, today: date) -> Item:
    session = filler.session
    days = sorted(one.dates.items(), key=lambda day: day[1])
    steps = [found for name, _ in days if (found := step(name))]
    rules = queries.references(session, [name for found in steps for name in found.source])
    answer = one.answer or (None if days else _default(session, meeting.topic))
    references = tuple(dict.fromkeys([*(answer.references if answer else ()), *rules]))
    return Item(
        title=answer.questions[0] if one.answer and answer else meeting.title,
        whom=_whom(meeting.whom, filler),
        ask=tuple(filler.fill(question) for question in meeting.ask),
        duty=_duty(filler, answer, references, today),
        sources=tuple(dict.fromkeys(_source(reference) for reference in references)),
        dates=tuple(
            Day(f"{found.title}. The last day for {WHOSE[found.whose]}.", f"{on:%A} {spoken_date(on)}")
            for found, (_, on) in zip(steps, days, strict=True)
        ),
    )


def _default(session: Session, topic: str) -> Answer | None:
    return next((one for one in queries.answers(session, topic, None, None, None) if one.is_default), None)


def _whom(text: str, filler: Filler) -> str:
    def value_of(token: str) -> str:
        kind, _, role = token.partition(".")
        return _person(role, filler) if kind == "role" else filler.value_of(token)

    return fill(text, value_of)


def _person(role: str, filler: Filler) -> str:
    """Give who has this role at the parent's school, by name if the school's page gives one."""
    roles = (role, *STAND_INS.get(role, ()))
    if filler.school is None:
        return join((USUAL_TITLE[name] for name in roles[:2]), "or")
    person = next((found for name in roles if (found := filler.school.person(name))), None)
    return person_named(person).removeprefix("the ") if person else USUAL_TITLE[role]


def _duty(
    filler: Filler, answer: Answer | None, references: tuple[Reference, ...], today: date
) -> Duty | None:
    if answer and answer.expires_on and today >= answer.expires_on:
        return None
    # Dates without an answer come from the legal clock: every one is law.
    level = answer.duty if answer else "must"
    if level == "local":
        place = filler.school.name if answer and answer.school and filler.school else None
        return Duty(level, local_way(place or (filler.council.short if filler.council else "this place")))
    rules = (queries.rule(filler.session, reference.id) for reference in references)
    rule = next((rule for rule in rules if rule and rule.duty == level), None)
    sentence = rule_told(rule) if rule else ""
    return Duty(level, sentence) if sentence else None


def _source(reference: Reference) -> Source:
    url = reference.url or ""
    checked = spoken_date(reference.checked_on)
    return Source(rule_named(reference), url if url.startswith("https://") else "", checked)


def _line(filler: Filler, council: Council | None) -> Line:
    name, contact = filler.value_of("advice_line.name"), filler.value_of("advice_line.contact")
    if council is None:
        return Line(name, None, contact, NO_AREA)
    return Line(name, council.advice_line.phone, contact, BEFORE)
