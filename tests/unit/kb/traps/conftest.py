"""Everything Signpost can say from the knowledge base, one passage at a time."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kb.schema.base import Scope


class Passage(NamedTuple):
    """A text and where it stands: an answer's id, `after:<answer>`, `term:<id>`, `step:<id>` and the like.

    `expires`: its words change after a day, so it may speak of how things stand just now.
    """

    where: str
    text: str
    scope: Scope = Scope()
    expires: bool = False


@pytest.fixture(scope="session")
def passages(real_checked) -> list[Passage]:
    content, answers = real_checked
    ladders = content.ladders.value
    return [
        *(Passage(p.id, p.answer.text, p.answer.scope, p.answer.expires_on is not None) for p in answers),
        *(
            Passage(f"after:{p.id}", p.answer.after_expiry, p.answer.scope)
            for p in answers
            if p.answer.after_expiry
        ),
        *(
            Passage(f"{term.status}-term:{term.id}", f"{term.term}: {meaning.text}", meaning.scope)
            for term in content.glossary.value.glossary
            for meaning in term.meanings
        ),
        *(Passage(f"step:{step.id}", f"{step.do}\n{step.fits}") for step in ladders.after_school),
        *(Passage("ladder", rung.do) for rung in ladders.default),
        *(
            Passage(f"ladder:{school.value.id}", rung.do, Scope(school=school.value.id))
            for school in content.schools
            for rung in school.value.ladder
        ),
        *(Passage(f"route:{route.id}", route.message) for route in content.safety.value.routes),
    ]
