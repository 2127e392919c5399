"""What parents read: no typed contact details, no token that cannot be filled, no bare yes or no first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.content import Content, PlacedAnswer
from kb.problems import Problem
from kb.schema.base import Role
from kb.tokens import TOKEN, find_tokens, is_known
from kb.yaml_source import YamlFile

TYPED = {
    "phone number": re.compile(
        r"(?<![\d£.,/])(\+44[\s\d()-]{9,}|0\d[\d\s()-]{5,}\d)(?!\d)|\b(999|111|101|116 ?123|85258)\b"
    ),
    "e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    "web address": re.compile(
        r"(https?://|\bwww\.)\S+|\b[\w-]+\.(?:gov|org|co|nhs|ac|sch)\.uk\b|\b[\w-]+\.(?:org|com)\b"
    ),
    "postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
}
BARE_OPENING = re.compile(r"(Yes|No)[.!:;](?=\s)")
Passage = tuple[str, YamlFile, tuple[str | int, ...]]


def typed_contacts(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find phone numbers and addresses written into text; they belong in a contact, once."""
    for text, file, location in _passages(content, answers):
        for kind, pattern in TYPED.items():
            if found := pattern.search(TOKEN.sub("", text)):
                yield file.problem(
                    f'a {kind} is typed here ("{found.group(0).strip()}"); '
                    "put it in contacts.yml or the council's file and use its token",
                    *location,
                )


def bare_openings(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find answers that begin with a bare yes or no: the next parent asks it the other way round."""
    for placed in answers:
        for key in ("text", "after_expiry"):
            if found := BARE_OPENING.match(getattr(placed.answer, key) or ""):
                yield placed.file.problem(
                    f'the answer begins with "{found.group(0)}"; say the thing itself ("You can ask ..."), '
                    "since parents may ask it the other way round",
                    *placed.location,
                    key,
                )


def unknown_tokens(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find tokens that nothing can fill."""
    roles = frozenset(role.value for role in Role)
    contacts = frozenset(contact.id for contact in content.contacts.value.contacts)
    for text, file, location in _passages(content, answers):
        for token in find_tokens(text):
            if not is_known(token, roles, contacts):
                yield file.problem(
                    f"unknown token `{{{{{token}}}}}`; the guide lists the ones there are",
                    *location,
                )


def _passages(content: Content, answers: list[PlacedAnswer]) -> Iterator[Passage]:
    for placed in answers:
        yield placed.answer.text, placed.file, (*placed.location, "text")
        if placed.answer.after_expiry:
            yield placed.answer.after_expiry, placed.file, (*placed.location, "after_expiry")
    for index, route in enumerate(content.safety.value.routes):
        yield route.message, content.safety.file, ("routes", index, "message")
    for index, term in enumerate(content.glossary.value.glossary):
        for position, meaning in enumerate(term.meanings):
            yield (
                meaning.text,
                content.glossary.file,
                ("glossary", index, "meanings", position, "text"),
            )
    for name in ("default", "after_school"):
        for index, step in enumerate(getattr(content.ladders.value, name)):
            yield step.do, content.ladders.file, (name, index, "do")
    for index, step in enumerate(content.ladders.value.after_school):
        yield step.fits, content.ladders.file, ("after_school", index, "fits")
    for school in content.schools:
        for index, rung in enumerate(school.value.ladder):
            yield rung.do, school.file, ("ladder", index, "do")
    for index, meeting in enumerate(content.meeting.value.meetings):
        yield meeting.whom, content.meeting.file, ("meetings", index, "whom")
        for position, question in enumerate(meeting.ask):
            yield question, content.meeting.file, ("meetings", index, "ask", position)
