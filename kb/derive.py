"""Answers that follow from facts: who holds a role at a school, its plans, agencies, ladder and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from english.wording import bullets, join, lower_first
from kb.content import Content, Loaded, PlacedAnswer
from kb.schema.answers import Answer
from kb.schema.base import Duty, Note, Role, Scope
from kb.schema.places import Council, Person, Plan, School
from kb.speech import CONFIRM_WITH_SCHOOL

ROLE_TOPIC = {
    Role.CLASS_TEACHER: "teacher_role",
    Role.FORM_TUTOR: "teacher_role",
    Role.SUBJECT_TEACHER: "teacher_role",
    Role.CURRICULUM_LEADER: "teacher_role",
    Role.YEAR_LEARNING_MANAGER: "teacher_role",
    Role.TEACHING_ASSISTANT: "teaching_assistant_role",
    Role.SENCO: "senco_role",
    Role.ASSISTANT_SENCO: "senco_role",
    Role.INCLUSION_LEAD: "senco_role",
    Role.HEADTEACHER: "headteacher_role",
    Role.SEN_GOVERNOR: "governor_role",
    Role.GOVERNORS: "governor_role",
    Role.EDUCATION_ADVISORY_BOARD: "governor_role",
}


def derived_answers(content: Content) -> Iterator[PlacedAnswer]:
    """Give every answer that follows from `schools/` and `councils/`, each scoped to its place."""
    for school in content.schools:
        yield from _school(school)
    for council in content.councils:
        yield from _council(council)


def _school(loaded: Loaded[School]) -> Iterator[PlacedAnswer]:
    school = loaded.value

    def placed(topic: str, where: tuple[str | int, ...], confirm: bool = True, **parts: Any) -> PlacedAnswer:
        if confirm:
            parts["text"] += f"\n\n{CONFIRM_WITH_SCHOOL}"
        answer = _answer(loaded.value, Scope(school=school.id), **parts)
        return PlacedAnswer(topic, answer, loaded.file, where, derived=True)

    for topic in dict.fromkeys(ROLE_TOPIC[person.role] for person in school.people):
        holders = [person for person in school.people if ROLE_TOPIC[person.role] == topic]
        yield placed(
            topic,
            ("people", school.people.index(holders[0])),
            id=f"at-{school.id}",
            questions=[question for person in holders for question in _role_questions(person)],
            text=_people_text(school, holders),
            provenance=[fact for person in holders for fact in person.provenance],
        )
    for index, plan in enumerate(school.plans):
        yield placed(
            "sen_support_plan",
            ("plans", index),
            id=f"plan-{index + 1}-at-{school.id}",
            questions=[
                f"What is in the {plan.name} at {school.name}?",
                f"How often is the {plan.name} reviewed?",
                f"Who writes the {plan.name}?",
            ],
            text=_plan_text(school, plan),
            provenance=plan.provenance,
        )
    if school.agencies:
        lines = [a.name + (f" ({a.helps_with})" if a.helps_with else "") for a in school.agencies]
        yield placed(
            "external_agencies_specialists",
            ("agencies",),
            id=f"at-{school.id}",
            questions=[
                f"Which specialists does {school.name} work with?",
                f"Who from outside can help my child at {school.name}?",
            ],
            text=f"{school.name} says it may bring in help from outside the school:\n{bullets(lines)}\n\n"
            "The names of these teams may have changed.",
            provenance=[fact for agency in school.agencies for fact in agency.provenance],
        )
    for index, note in enumerate(school.notes):
        yield placed(note.topic, ("notes", index), **_note_parts(note, school.id))


def _council(loaded: Loaded[Council]) -> Iterator[PlacedAnswer]:
    council = loaded.value
    for index, note in enumerate(council.notes):
        parts = _note_parts(note, council.id)
        parts["text"] += "\n\nThis may have changed. Please confirm with the council."
        answer = _answer(council, Scope(council=council.id), **parts)
        yield PlacedAnswer(note.topic, answer, loaded.file, ("notes", index), derived=True)


def _answer(place: School | Council, scope: Scope, **parts: Any) -> Answer:
    return Answer(
        duty=Duty.LOCAL,
        sources=[place.source],
        scope=scope,
        checked_on=place.checked_on,
        review_by=place.review_by,
        **parts,
    )


def _note_parts(note: Note, place_id: str) -> dict[str, Any]:
    return {
        "id": f"{note.id}-{place_id}",
        "questions": note.questions,
        "text": note.text,
        "next": note.next,
        "provenance": note.provenance,
    }


def _role_questions(person: Person) -> list[str]:
    """Give what is asked of a role; no school's name, since the answer is given at its own school only."""
    titles = [part.strip() for part in person.title.split("/")]
    return [
        question
        for title in titles
        for question in (
            f"Who is the {title}?",
            f"Who is the {title} at my school?",
            f"What does the {title} do?",
        )
    ]


def _people_text(school: School, people: list[Person]) -> str:
    parts = []
    for person in people:
        who = (
            f"The {person.title} at {school.name}: {join(person.names)}."
            if person.names
            else f"The {person.title} at {school.name}: no name is given on the school's page."
        )
        tasks = (
            f"\nThe school says this person:\n{bullets(map(lower_first, person.does))}" if person.does else ""
        )
        parts.append(who + tasks)
    return "\n\n".join(parts)


def _plan_text(school: School, plan: Plan) -> str:
    lines = [f"At {school.name} the written plan is called the {plan.name}."]
    if plan.written_by:
        lines.append(f"Who writes it: {plan.written_by.rstrip('.')}.")
    if plan.holds:
        lines.append(f"It holds:\n{bullets(plan.holds)}")
    if plan.reviewed:
        lines.append(f"When it is reviewed: {lower_first(plan.reviewed.rstrip('.'))}.")
    if plan.who_takes_part:
        lines.append(plan.who_takes_part)
    return "\n".join(lines)
