"""Answers: known topic, one default each, a duty its sources carry, next answers that exist."""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Content, PlacedAnswer
from kb.problems import Problem
from kb.schema.base import Duty, Scope
from kb.schema.law import Status


def topics_known(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find topics that are not in topics.yml, and files not named for their topic."""
    topics = {topic.id for topic in content.topics.value.topics}
    for loaded in content.answer_files:
        topic = loaded.value.topic
        if topic not in topics:
            yield loaded.file.problem(
                f"unknown topic `{topic}`; topics.yml lists the ones there are", "topic"
            )
        if loaded.file.path.stem != topic:
            yield loaded.file.problem(f"this file is about `{topic}`, so name it {topic}.yml", "topic")
    for placed in answers:
        if placed.derived and placed.topic not in topics:
            yield placed.file.problem(f"unknown topic `{placed.topic}`", *placed.location, "topic")
    for index, finer in enumerate(content.topics.value.topics):
        if finer.part_of and finer.part_of not in topics:
            yield content.topics.file.problem(f"unknown topic `{finer.part_of}`", "topics", index, "part_of")


def one_default(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find topics that have no default answer for everywhere, or more than one."""
    for loaded in content.answer_files:
        defaults = [answer for answer in loaded.value.answers if answer.default]
        if len(defaults) != 1:
            yield loaded.file.problem(
                f"{len(defaults)} answers say `default: true`; exactly one must",
                "answers",
            )
        elif not defaults[0].scope.is_national():
            index = loaded.value.answers.index(defaults[0])
            yield loaded.file.problem(
                "the default answer must hold everywhere; drop its scope",
                "answers",
                index,
            )


def duty_supported(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find answers that say `must` or `should` more strongly than any rule they rest on."""
    rules = {rule.value.id: rule.value for rule in content.rules()}
    enough = {Duty.MUST: {Duty.MUST}, Duty.SHOULD: {Duty.MUST, Duty.SHOULD}}
    for placed in answers:
        wanted = enough.get(placed.answer.duty)
        carried = {
            rules[name].duty
            for name in placed.answer.sources
            if name in rules and rules[name].status is Status.IN_FORCE
        }
        if wanted and not wanted & carried:
            yield placed.file.problem(
                f"`duty: {placed.answer.duty}` needs a rule in force in law/ that says so; "
                "add it to `sources` or weaken the duty",
                *placed.location,
                "duty",
            )


def next_answers_exist(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find `next:` entries that are no answer, or that lead from everywhere to one place, or to another."""
    scopes = {placed.id: placed.answer.scope for placed in answers}
    homes = {school.value.id: school.value.council for school in content.schools}
    for placed in answers:
        for name in placed.answer.next:
            if name not in scopes:
                yield placed.file.problem(f"next answer `{name}` does not exist", *placed.location, "next")
            elif not _covers(scopes[name], placed.answer.scope, homes):
                yield placed.file.problem(
                    f"next answer `{name}` holds only in one place; "
                    "only an answer about that place may lead there",
                    *placed.location,
                    "next",
                )


def _covers(wider: Scope, narrower: Scope, homes: dict[str, str]) -> bool:
    """Tell whether what holds in `wider` holds in all of `narrower`; a school lies in its council.

    A phase does not count: its answer says for whom it is, and a parent may ask about another child.
    """
    council = narrower.council or homes.get(narrower.school or "")
    return wider.council in (None, council) and wider.school in (None, narrower.school)
