"""Everything that can be wrong with content that has the right shape. Each check gives all its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kb.checks import answers, claims, duplicates, meetings, references, spoken
from kb.content import Content, PlacedAnswer
from kb.problems import Problem

Check = Callable[[Content, list[PlacedAnswer]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references.duplicate_ids,
    references.unknown_ids,
    answers.topics_known,
    answers.one_default,
    answers.duty_supported,
    answers.next_answers_exist,
    duplicates.same_question_twice,
    spoken.typed_contacts,
    spoken.unknown_tokens,
    spoken.bare_openings,
    claims.conflicts_ruled,
    meetings.meetings_complete,
    meetings.meeting_questions_ask,
)


# Without these, which would blame a file for pointing at one that could not be read.
ACROSS_FILES = (references.unknown_ids, answers.next_answers_exist, meetings.meetings_complete)
WITHIN_FILES = tuple(c for c in CHECKS if c not in ACROSS_FILES)


def run_checks(
    content: Content, answers: list[PlacedAnswer], checks: tuple[Check, ...] = CHECKS
) -> list[Problem]:
    """Run the checks over the content and all its answers, written and derived."""
    return [problem for check in checks for problem in check(content, answers)]
