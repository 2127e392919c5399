"""Must, should and local habits are told apart, and none is ever told as another (trap T-27)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.answer import ActionAnswer
from actions.area import Area
from actions.duty import asks_duty, duty_sentence
from kb import models as m
from kb import queries
from kb.duties import rule_named


@pytest.mark.parametrize(
    "text",
    [
        "does the school have to give him a plan",
        "do they have to tell me",
        "Must the school have a SENCO?",
        "is it legal to send him home",
        "are they allowed to put her on half days",
        "can the school refuse",
        "is that a legal requirement",
        "should the school meet me three times a year",
    ],
)
def test_a_question_about_a_duty_is_heard(text: str) -> None:
    assert asks_duty(text)


@pytest.mark.parametrize(
    "text", ["who is the senco", "I have to go now", "he must have left it at school", ""]
)
def test_other_questions_are_not(text: str) -> None:
    assert not asks_duty(text)


def test_no_answer_is_told_as_stronger_than_it_is(session: Session) -> None:
    nowhere = Area(None, None, False, False, None)
    for answer_id in session.scalars(select(m.AnswerRow.id)):
        answer = queries.answer(session, answer_id)
        assert answer
        said = duty_sentence(answer, nowhere)
        assert ("it is the law" in said) is (answer.duty == "must")
        if answer.duty == "should":
            of_code = any(reference.id.startswith("code-") for reference in answer.references)
            assert ("Code of Practice" in said) is of_code, answer_id
            assert ("from guidance" in said) is not of_code, answer_id
        assert ("It is not the law." in said) is (answer.duty == "local")


def test_only_rules_of_law_are_named_as_the_law(session: Session) -> None:
    nowhere = Area(None, None, False, False, None)
    beside = 0
    for answer_id in session.scalars(select(m.AnswerRow.id).where(m.AnswerRow.duty == "must")):
        answer = queries.answer(session, answer_id)
        assert answer
        named = duty_sentence(answer, nowhere).partition("(")[2]
        assert not [r.id for r in answer.references if not r.law and rule_named(r) in named], answer_id
        beside += any(not r.law for r in answer.references)
    assert beside, "no answer has a Code or guidance beside its law, so this proves nothing"


def test_the_duty_comes_first_when_it_is_asked_for(run: Any) -> None:
    asked = run(ActionAnswer, intent="senco_role", text="does the school have to have a senco?")
    told = run(ActionAnswer, intent="senco_role", text="what does a senco do")
    assert asked.text.startswith("In short:") is (asked.customs[0]["duty"] != "info")
    assert not told.text.startswith("In short:")
