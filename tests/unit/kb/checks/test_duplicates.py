"""Questions that two answers share: a parent could get either."""

from __future__ import annotations

import pytest

WEEKS, SENCO = "topics/ehc_timescale.yml", "topics/senco_role.yml"


@pytest.mark.parametrize(
    "question",
    [
        "How long does the council have?",
        "how long  does the COUNCIL have",
        "How long, does the council have!",
    ],
)
def test_the_same_question_of_two_answers_is_told_whatever_its_case_and_marks(small, question: str) -> None:
    small.change(SENCO, "[What does the SENCO do?]", f'["{question}"]')
    first = small.line_of(WEEKS, "id: six-weeks")
    line = small.line_of(SENCO, 'questions: ["')
    says = (
        '"how long does the council have" is answered already by ehc_timescale/six-weeks '
        f"(content/{WEEKS}:{first}) for the same place"
    )
    assert small.problems() == [(SENCO, line, says)]


def test_a_school_s_note_may_not_ask_what_its_people_answer(small) -> None:
    file = "schools/hill.yml"
    small.change(file, "[What is the register?]", "[Who is the Principal at my school?]")
    (problem,) = small.problems()
    assert problem[:2] == (file, small.line_of(file, "[Who is"))
    assert "headteacher_role/at-hill" in problem[2]


@pytest.mark.parametrize("question", ["How long does the council have?", "Is South quick?"])
def test_another_place_may_answer_the_same_question(small, question: str) -> None:
    small.change(WEEKS, "[Is North slow?]", f"[{question}]")
    assert small.problems() == []


def test_one_answer_may_ask_the_same_thing_twice(small) -> None:
    small.change(WEEKS, "When will I hear?", "How long does the council have")
    assert small.problems() == []
