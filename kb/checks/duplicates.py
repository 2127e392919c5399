"""One question, one place, one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.content import Content, PlacedAnswer
from kb.problems import Problem
from kb.schema.base import Scope


def same_question_twice(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find question headings that two answers of the same scope share; parents could get either."""
    seen: dict[tuple[str, Scope], PlacedAnswer] = {}
    for placed in answers:
        for question in dict.fromkeys(map(_plain, placed.answer.questions)):
            key = (question, placed.answer.scope)
            first = seen.setdefault(key, placed)
            if first is not placed:
                yield placed.file.problem(
                    f'"{question}" is answered already by {first.id} '
                    f"({first.file.path}:{first.file.line(*first.location)}) for the same place",
                    *placed.location,
                    "questions",
                )


def _plain(question: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", question.lower()).split())
