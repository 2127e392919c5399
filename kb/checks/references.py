"""Ids: none twice, none that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.content import Content, PlacedAnswer
from kb.problems import Problem
from kb.schema.base import Scope
from kb.yaml_source import YamlFile

Location = tuple[str | int, ...]
Named = tuple[str, YamlFile, Location]


def duplicate_ids(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find ids that are used twice within one kind of thing."""
    references: list[Named] = [(d.value.id, d.file, d.location) for d in content.documents()]
    references += [(rule.value.id, rule.file, rule.location) for rule in content.rules()]
    yield from _twice("source or rule", references)
    yield from _twice("answer", [(a.id, a.file, a.location) for a in answers])
    yield from _twice(
        "topic",
        [(t.id, content.topics.file, ("topics", i)) for i, t in enumerate(content.topics.value.topics)],
    )
    yield from _twice(
        "glossary term",
        [
            (t.id, content.glossary.file, ("glossary", i))
            for i, t in enumerate(content.glossary.value.glossary)
        ],
    )
    yield from _twice(
        "contact",
        [
            (c.id, content.contacts.file, ("contacts", i))
            for i, c in enumerate(content.contacts.value.contacts)
        ],
    )
    for council in content.councils:
        own = enumerate(council.value.contacts)
        yield from _twice("contact", [(c.id, council.file, ("contacts", i)) for i, c in own])
    steps = enumerate(content.ladders.value.after_school)
    yield from _twice("step", [(s.id, content.ladders.file, ("after_school", i)) for i, s in steps])
    kinds = enumerate(content.ladders.value.problems)
    yield from _twice("problem", [(p.id, content.ladders.file, ("problems", i)) for i, p in kinds])
    routes = enumerate(content.safety.value.routes)
    yield from _twice("route", [(r.id, content.safety.file, ("routes", i)) for i, r in routes])
    yield from _twice("school", [(s.value.id, s.file, ("id",)) for s in content.schools])
    yield from _twice("council", [(c.value.id, c.file, ("id",)) for c in content.councils])


def unknown_ids(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find sources, schools, councils and words that are named but do not exist."""
    known = content.reference_ids()
    councils = {council.value.id for council in content.councils}
    schools = {school.value.id for school in content.schools}
    for name, file, location in _references_used(content, answers):
        if name not in known:
            yield file.problem(f"source `{name}` is not in sources/ or law/", *location)
    documents = {placed.value.id for placed in content.documents()}
    for rule in content.rules():
        if rule.value.source not in documents:
            message = f"source `{rule.value.source}` is not in sources/"
            yield rule.file.problem(message, *rule.location, "source")
    for scope, file, location in _scopes_used(content, answers):
        if scope.council and scope.council not in councils:
            yield file.problem(f"council `{scope.council}` has no file in councils/", *location)
        if scope.school and scope.school not in schools:
            yield file.problem(f"school `{scope.school}` has no file in schools/", *location)
    for school in content.schools:
        if school.value.council not in councils:
            yield school.file.problem(f"council `{school.value.council}` has no file in councils/", "council")
    problems = {problem.id for problem in content.ladders.value.problems}
    for index, step in enumerate(content.ladders.value.after_school):
        for name in set(step.settles) - problems:
            message = f"problem `{name}` is not in problems"
            yield content.ladders.file.problem(message, "after_school", index, "settles")
    terms = {term.id for term in content.glossary.value.glossary}
    for index, term in enumerate(content.glossary.value.glossary):
        if term.now and term.now not in terms:
            yield content.glossary.file.problem(
                f"no term `{term.now}` in this glossary", "glossary", index, "now"
            )


def _references_used(content: Content, answers: list[PlacedAnswer]) -> Iterator[Named]:
    for placed in answers:
        if not placed.derived:
            for name in placed.answer.sources:
                yield name, placed.file, (*placed.location, "sources")
    for index, term in enumerate(content.glossary.value.glossary):
        for name in term.sources:
            yield name, content.glossary.file, ("glossary", index, "sources")
    for index, claim in enumerate(content.claims.value.claims):
        yield claim.source, content.claims.file, ("claims", index, "source")
    for index, contact in enumerate(content.contacts.value.contacts):
        yield contact.source, content.contacts.file, ("contacts", index, "source")
    for index, step in enumerate(content.ladders.value.after_school):
        for name in step.sources:
            yield name, content.ladders.file, ("after_school", index, "sources")
    for school in content.schools:
        yield school.value.source, school.file, ("source",)
    for council in content.councils:
        value = council.value
        yield value.source, council.file, ("source",)
        yield value.local_offer.source, council.file, ("local_offer", "source")
        yield value.advice_line.source, council.file, ("advice_line", "source")
        for index, contact in enumerate(value.contacts):
            yield contact.source, council.file, ("contacts", index, "source")


def _scopes_used(content: Content, answers: list[PlacedAnswer]) -> Iterator[tuple[Scope, YamlFile, Location]]:
    for placed in answers:
        yield placed.answer.scope, placed.file, (*placed.location, "scope")
    for index, term in enumerate(content.glossary.value.glossary):
        for position, meaning in enumerate(term.meanings):
            where = ("glossary", index, "meanings", position, "scope")
            yield meaning.scope, content.glossary.file, where
    for index, claim in enumerate(content.claims.value.claims):
        yield claim.scope, content.claims.file, ("claims", index, "scope")


def _twice(kind: str, named: Iterable[Named]) -> Iterator[Problem]:
    seen: dict[str, Named] = {}
    for name, file, location in named:
        if name in seen:
            _, first, where = seen[name]
            yield file.problem(
                f"{kind} `{name}` stands already at {first.path}:{first.line(*where)}",
                *location,
            )
        else:
            seen[name] = (name, file, location)
