"""Councils x schools x wordings: no number of another area ever, and none at all before the area is known."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kb import models as m
from storage.database import open_engine

COUNCILS = [None, "bathnes", "blackburn", "doncaster", "stockton", "elsewhere", "wales"]
HOMES = {"elsewhere": "we live in Leeds", "wales": "we live in Cardiff"}
SCHOOLS = [None, "Bawtry Mayflower Primary", "Ash Hill Academy"]
WORDINGS = [
    "who can I ring for advice about SEND",
    "whats the number for the advice line",
    "I NEED TO TALK TO A REAL PERSON",
    "can someone phone me please",
    "phone number for sendiass",
    "is there anyone independent who can help me with the school",
    "the council refused to assess him who can help me",
    "how do I contact the SEND team at the council",
    "im worried a child near us is not safe at home who do i tell",
    "what is the local offer website for me",
    "where do i send the letter asking for an ehc needs assessment",
]


@pytest.fixture(scope="module")
def numbers(signpost: Any) -> dict[str, set[str]]:
    """Give the local numbers of each council, digits only."""
    engine = open_engine(f"sqlite:///{signpost.var}/kb/kb.sqlite")
    found: dict[str, set[str]] = {}
    with Session(engine) as session:
        rows = [*session.scalars(select(m.AdviceLineRow)), *session.scalars(select(m.ContactRow))]
        for row in rows:
            for phone in (row.phone, row.text_phone):
                if phone and row.council_id:
                    found.setdefault(row.council_id, set()).add(re.sub(r"\D", "", phone))
    engine.dispose()
    return found


@pytest.mark.parametrize("council", COUNCILS)
@pytest.mark.parametrize("school", SCHOOLS)
def test_only_the_parents_own_areas_numbers_are_given(
    signpost: Any, numbers: dict[str, set[str]], council: str | None, school: str | None
) -> None:
    known = council if council in numbers else None
    # A parent who has named only a school of Doncaster is taken to live there, and is told so.
    allowed = numbers.get(known or ("doncaster" if school and council is None else ""), set())
    others = {number for name, given in numbers.items() for number in given} - allowed
    wrong = []
    for wording in WORDINGS:
        parent = signpost.parent(None if council in HOMES else council)
        said = [parent.ask(HOMES[council])] if council in HOMES else []
        said += [parent.ask(f"my child goes to {school}")] if school else []
        said.append(parent.ask(wording))
        digits = re.sub(r"[ -]", "", "\n".join(said))
        wrong += [(wording, number) for number in others if number in digits]
    assert wrong == []


def test_the_matrix_is_large_enough() -> None:
    assert len(COUNCILS) * len(SCHOOLS) * len(WORDINGS) >= 200


def test_the_line_is_given_where_it_is_known(signpost: Any) -> None:
    for wording in WORDINGS[:5]:
        assert "01225 394382" in signpost.parent("bathnes").ask(wording), wording
