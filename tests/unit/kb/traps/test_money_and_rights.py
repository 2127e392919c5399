"""T-12, T-24 to T-26: no sum is promised, and each kind of school and nursery has its own duties."""

from __future__ import annotations

import re
from typing import Any

import pytest


@pytest.fixture(scope="module")
def texts(real_checked) -> dict[str, str]:
    return {placed.id: placed.answer.text for placed in real_checked[1]}


def test_the_6000_pounds_are_a_threshold(texts: dict[str, str]) -> None:
    assert texts["funding/notional-budget"].startswith("There is no fixed sum that belongs to your child.")
    for answer in ("funding/notional-budget", "not_happy_with_support/no-money"):
        assert re.search(r"not a sum (for each|that belongs to your) child", texts[answer])


def test_a_maintained_school_has_15_school_days_and_an_academy_a_month(texts: dict[str, str]) -> None:
    maintained, academy = [
        line for line in texts["records_information/see-school-records"].split("\n") if line[:2] == "- "
    ]
    assert maintained.startswith("- Maintained school")
    assert "15 school days" in maintained
    assert academy.startswith("- Academy or free school: that rule does not bind it.")
    assert "one month" in academy


def test_only_maintained_nursery_schools_owe_best_endeavours(texts: dict[str, str]) -> None:
    lines = texts["early_years/kinds-of-nursery"].split("\n")
    (owes,) = [line for line in lines if "best endeavours" in line]
    assert owes.startswith("- Maintained nursery school")
    (free,) = [line for line in lines if line.startswith("- Private or voluntary nursery")]
    assert "those two duties do not bind them" in free


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much is DLA?", "benefits_money/how-much"),
        ("What is the Disability Access Fund?", "early_years/extra-money-for-nursery"),
        ("Penalty notice, what do I do?", "school_refusal_attendance/fine-or-court"),
        ("How much do you get in a personal budget?", "personal_budget/how-much"),
    ],
)
def test_a_question_about_an_amount_is_sent_on(real_checked, question: str, answer: str) -> None:
    (placed,) = [p for p in real_checked[1] if question in p.answer.questions]
    assert placed.id == answer
    assert re.search(r"GOV\.UK|ask the council|no set amount|get advice today", placed.answer.text)
    assert not re.search(r"£|\b\d{2,}\b(?! hours)", placed.answer.text)


def test_a_service_whose_hours_are_not_certain_is_given_none(real_checked) -> None:
    contacts: list[Any] = real_checked[0].contacts.value.contacts
    (nspcc,) = [contact for contact in contacts if contact.id == "nspcc"]
    assert nspcc.phone
    assert not re.search(r"hour|24|am\b|pm\b|open", nspcc.what)
