"""T-01, T-02, T-18 to T-22: the tests of the law are told as they are, also to a parent told otherwise."""

from __future__ import annotations

import re
from typing import Any

import pytest

TRUE_TEST = re.compile(r"has or may have [^.]*\b(special|SEN)\b.*\bmay need\b", re.DOTALL)


@pytest.fixture(scope="module")
def texts(real_checked) -> dict[str, str]:
    return {placed.id: placed.answer.text for placed in real_checked[1]}


def test_a_question_with_a_false_test_is_answered_with_no(real_checked) -> None:
    asked = [
        p for p in real_checked[1] if re.search(r"severe|lifelong|two cycles", " ".join(p.answer.questions))
    ]
    national = [p for p in asked if p.answer.scope.is_national()]
    assert {p.id for p in national} >= {"ehc_criteria/severe-complex-lifelong", "ehc_criteria/two-cycles"}
    assert [p.id for p in national if not p.answer.text.startswith("No")] == []


def test_wherever_the_test_to_assess_is_told_it_is_the_low_one(passages: list[Any]) -> None:
    told = [p for p in passages if re.search(r"must (do an EHC needs assessment|assess) if", p.text)]
    assert len(told) > 10
    assert [p.where for p in told if not TRUE_TEST.search(p.text)] == []


@pytest.mark.parametrize(
    "answer",
    [
        "ehc_criteria/two-cycles",
        "ehc_criteria/stockton-looks-for",
        "ehc_criteria/bathnes-six-months",
        "local_offer_what/must-i-use-it-first",
        "funding/six-thousand-first",
        "council_role/stockton-local-offer-first",
    ],
)
def test_a_parent_told_to_wait_hears_that_they_can_ask_now_and_the_true_test(
    texts: dict[str, str], answer: str
) -> None:
    assert re.search(r"at any time|You can ask for an (EHC needs )?assessment", texts[answer])
    assert TRUE_TEST.search(texts[answer])


def test_leaving_a_special_school_needs_the_council_and_a_mainstream_school_does_not(
    texts: dict[str, str],
) -> None:
    assert "the council must agree" in texts["home_education/special-school"]
    mainstream = texts["home_education/off-the-roll"]
    assert "no permission, with or without an EHC plan" in mainstream
    assert "a special school: see the answer on that" in mainstream


def test_eotas_is_paid_by_the_council_and_home_education_by_the_parent(texts: dict[str, str]) -> None:
    assert "The council must make sure it happens, and pays." in texts["home_education/eotas"]
    assert "You choose it and pay for it" in texts["home_education/what-it-means"]


@pytest.mark.parametrize("answer", ["ehc_annual_review/age-19-and-25", "post16_college/does-plan-end"])
def test_a_plan_neither_ends_at_an_age_nor_always_runs_to_25(texts: dict[str, str], answer: str) -> None:
    text = texts[answer]
    assert re.search(r"(does not end a plan|no set end) at 16, 18 or 19", text)
    assert re.search(r"does not run to 25 for everyone", text)
    assert "no longer responsible" in text
    assert "no longer needed" in text


def test_when_the_rights_become_the_young_person_s_is_told_as_one_day(passages: list[Any]) -> None:
    told = [p for p in passages if "last Friday in June" in p.text]
    assert len(told) > 5
    assert [p.where for p in told if "last Friday in June of Year 11" not in p.text] == []


def test_transport_goes_by_need_until_16_and_by_the_policy_after(texts: dict[str, str]) -> None:
    assert "You do not need an EHC plan." in texts["transport/school-age-test"]
    assert "does not by itself give free transport" in texts["transport/ehc-plan"]
    assert "no automatic right to free travel, even with an EHC plan" in texts["transport/post-16"]
