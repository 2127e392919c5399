"""T-05, T-06, T-27, T-29: words of today, duties as strong as they are, and no slip of the pen carried on."""

from __future__ import annotations

import re
from typing import Any

import pytest

PAST = ("statement", "school-action", "ipra", "iep", "caf", "nasenco", "statutory-assessment")


@pytest.fixture(scope="module")
def terms(real_checked) -> dict[str, Any]:
    return {term.id: term for term in real_checked[0].glossary.value.glossary}


def test_terms_of_the_past_are_marked_old_and_lead_to_one_of_today(terms: dict[str, Any]) -> None:
    assert {name: terms[name].status.value for name in PAST} == dict.fromkeys(PAST, "old")
    assert {name: terms[terms[name].now].status.value for name in PAST} == dict.fromkeys(PAST, "current")


@pytest.mark.parametrize(("word", "term"), [("echp", "ehc-plan"), ("cahms", "camhs"), ("sendko", "senco")])
def test_a_misspelt_word_is_understood(terms: dict[str, Any], word: str, term: str) -> None:
    assert word in terms[term].aliases


def test_a_name_that_a_source_has_wrong_is_put_right(terms: dict[str, Any]) -> None:
    assert "Child and Adolescent Mental Health" in terms["camhs"].meanings[0].text


def test_who_is_excused_from_the_award_is_told_with_the_true_day(real_checked) -> None:
    (text,) = [p.answer.text for p in real_checked[1] if p.id == "senco_role/qualification"]
    assert "before 1 September 2009" in text
    assert "within three years" in text


@pytest.mark.parametrize(
    ("answer", "duty"),
    [
        ("sen_support_plan/review-meetings", "should"),
        ("graduated_approach/review-step", "should"),
        ("what_is_sen_support/school-must-tell-you", "must"),
        ("what_is_sen_support/must-and-should", "must"),
        ("governor_role/sen-governor", "should"),
        ("exclusion/part-time-timetable", "should"),
    ],
)
def test_a_duty_is_as_strong_as_it_is(real_checked, answer: str, duty: str) -> None:
    (placed,) = [p for p in real_checked[1] if p.id == answer]
    assert placed.answer.duty.value == duty


def test_three_meetings_are_told_as_should_and_telling_parents_as_must(passages: list[Any]) -> None:
    meetings = [s for p in passages for s in re.split(r"(?<=[.!?])\s+", p.text) if "three times a year" in s]
    told = [s for p in passages for s in re.split(r"(?<=[.!?])\s+", p.text) if "it starts SEN support" in s]
    assert [s for s in meetings if "The school" in s and not re.search(r"should|asks|puts", s)] == []
    assert len(told) > 1
    assert [s for s in told if "must" not in s] == []
