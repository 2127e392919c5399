"""T-07 to T-11, T-34: after a no, a parent hears of the appeal, its true dates, and who helps with what."""

from __future__ import annotations

import re
from typing import Any

import pytest

DEADLINES = ("ehc_refused_appeal/appeal-deadline", "mediation_tribunal/two-dates")


@pytest.fixture(scope="module")
def answers(real_checked) -> dict[str, Any]:
    return {placed.id: placed.answer for placed in real_checked[1]}


def test_a_parent_who_was_refused_hears_of_reasons_certificate_and_both_limits(
    answers: dict[str, Any],
) -> None:
    for answer in ("refused-to-assess", "refused-a-plan"):
        text = answers[f"ehc_refused_appeal/{answer}"].text
        for words in ("reasons", "right to appeal", "mediation adviser", "later of two dates"):
            assert words in text, (answer, words)


def test_a_school_s_own_account_of_a_refusal_leads_on_to_the_appeal(answers: dict[str, Any]) -> None:
    own = {name: a for name, a in answers.items() if name.startswith("ehc_request_how/after-the-request-")}
    assert len(own) == 2
    for name, answer in own.items():
        assert [step for step in answer.next if step.startswith("ehc_refused_appeal/")], name


@pytest.mark.parametrize("answer", DEADLINES)
def test_the_deadline_is_told_whole(answers: dict[str, Any], answer: str) -> None:
    text = answers[answer].text
    assert re.search(r"must receive", text)
    assert "2 months" in text
    assert "1 month" in text
    assert "later" in text
    assert re.search(r"August.*first working day of September", text)
    assert re.search(r"25 December to 1 January.*next working day in January", text)
    assert re.search(r"14 days or less", text)


def test_an_answer_that_gives_the_limit_for_an_appeal_names_someone_to_ask(answers: dict[str, Any]) -> None:
    dated = {name: a for name, a in answers.items() if re.search(r"Tribunal must (get|receive)", a.text)}
    assert len(dated) > 10
    alone = [n for n, a in dated.items() if a.handoff == "never" and "{{advice_line.contact}}" not in a.text]
    assert alone == []


def test_wherever_a_draft_s_first_day_is_told_it_is_the_day_of_service(passages: list[Any]) -> None:
    told = [p for p in passages if re.search(r"\bday 1\b", p.text, re.IGNORECASE) and "draft" in p.text]
    assert len(told) > 3
    assert [p.where for p in told if "serve" not in p.text] == []


@pytest.mark.parametrize(
    ("wrong", "answer", "way"),
    [
        ("SEN support", "not_happy_with_support/can-i-appeal", "complaints procedure"),
        ("draft", "mediation_tribunal/not-for-appeal", "send comments to the council"),
        ("late", "ehc_timescale/council-late", "complaints procedure"),
        ("lateness", "ehc_annual_review/after-the-meeting", "complain"),
        ("not being followed", "escalate_complaint/plan-not-delivered", "formal complaint to the council"),
        ("not happening", "provision_not_delivered/first-steps", "complain in writing to the council"),
        ("personal budget", "personal_budget/can-i-appeal", "complaints procedure"),
    ],
)
def test_what_cannot_be_appealed_has_its_own_way(
    answers: dict[str, Any], wrong: str, answer: str, way: str
) -> None:
    asked = answers[answer]
    assert wrong.lower() in " ".join([*asked.questions, asked.text]).lower()
    assert re.search(r"cannot|not (an appeal|something you can appeal)|no appeal|No\.", asked.text)
    assert way in asked.text


def test_the_ladder_above_school_keeps_the_ombudsman_for_councils(real_checked) -> None:
    steps = {step.id: step for step in real_checked[0].ladders.value.after_school}
    order = list(steps)
    assert order.index("council") < order.index("ombudsman")
    assert order.index("school_complaint") < order.index("department_for_education")
    assert "Never for what happens inside a school" in steps["ombudsman"].fits
    assert "Not for SEN support, lateness, a draft plan or help that is not given" in steps["tribunal"].fits


def test_the_exceptions_to_the_weeks_are_the_four_of_the_law(answers: dict[str, Any]) -> None:
    listed = [line for line in answers["ehc_timescale/exceptions"].text.split("\n") if line.startswith("- ")]
    for line, words in zip(
        listed, ("closed for 4 weeks", "exceptional", "away from the area", "missed an"), strict=True
    ):
        assert words in line
