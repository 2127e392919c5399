"""What needs another look: little, said kindly, and never with the parent's words in it."""

from __future__ import annotations

from datetime import date

import pytest

from letters.problems import LONGEST, problems

TODAY = date(2026, 11, 28)


def born(year: int, **more: str) -> dict[str, str]:
    return {"birth_day": "1", "birth_month": "5", "birth_year": str(year), **more}


@pytest.mark.parametrize("fields", [{}, {"who": "young_person"}, {"child": "Sam", "hard": "x" * LONGEST}])
def test_an_almost_empty_form_is_enough(fields: dict[str, str]) -> None:
    assert problems(fields, TODAY) == {}


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    found = problems({"hard": "x" * 4001, "why": "x"}, TODAY)
    assert found == {"hard": "This has 4,001 characters. Please shorten it to 4,000."}


def test_several_problems_are_told_at_once() -> None:
    found = problems(born(16, hard="x" * 5000), TODAY)
    assert set(found) == {"hard", "birth_year"}


def test_a_date_field_that_is_too_long_keeps_that_sentence() -> None:
    assert "5,000 characters" in problems({"birth_day": "1" * 5000}, TODAY)["birth_day"]


def test_a_young_person_of_school_age_is_a_contradiction_told_kindly() -> None:
    sentence = problems(born(2011, who="young_person"), TODAY)["who"]
    assert "the right to ask is the parent's until school-leaving age (25 June 2027)" in sentence
    assert "Please check the date of birth, or choose a parent" in sentence


@pytest.mark.parametrize("fields", [born(2010, who="young_person"), born(2011, who="parent"), born(2011)])
def test_no_contradiction_where_there_is_none(fields: dict[str, str]) -> None:
    assert problems(fields, TODAY) == {}


def test_school_age_ends_at_the_end_of_its_last_day() -> None:
    fields = born(2010, who="young_person")
    assert "who" in problems(fields, date(2026, 6, 26))
    assert problems(fields, date(2026, 6, 27)) == {}


def test_a_sentence_never_repeats_what_was_typed() -> None:
    fields = {"birth_day": "secret", "birth_month": "secret", "birth_year": "2016", "hard": "secret" * 1000}
    assert "secret" not in str(problems(fields, TODAY))
