"""Above the school: the law's own ways for each problem, and no others (traps T-10 and T-11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.ladder import ActionLadder
from kb import queries

WAYS = {
    "support": ["school_complaint", "department_for_education"],
    "delivery": ["council", "ombudsman"],
    "late": ["council", "ombudsman"],
    "decision": ["tribunal"],
    "discrimination": ["school_complaint", "tribunal"],
}
TOP = {"ash-hill": "education_advisory_board", "bawtry-mayflower": "sen_governor", None: "governors"}


@pytest.fixture
def tell(run: Callable[..., Any]) -> Callable[..., Any]:
    """Go on the ladder, with words or a button."""
    return lambda slots, **said: run(ActionLadder, slots, **{"intent": "ladder_step", **said})


@pytest.mark.parametrize("school", TOP)
def test_at_the_top_of_the_school_the_problem_is_asked_for(
    tell: Any, school: str | None, session: Session
) -> None:
    said = tell({"school": school}, entities={"role": TOP[school]}, text="I have seen the governors")
    assert said.kinds == ["ask_problem"]
    assert said.payloads == [f'/ladder_step{{"problem": "{name}"}}' for name, _ in queries.problems(session)]


@pytest.mark.parametrize("school", TOP)
@pytest.mark.parametrize("problem", WAYS)
def test_each_problem_is_led_through_its_own_ways_once_and_then_to_a_person(
    tell: Any, school: str | None, problem: str
) -> None:
    slots = {"school": school, "ladder_tried": [TOP[school]]}
    offered = []
    said = tell(slots, entities={"problem": problem}, text="/ladder_step")
    for _ in range(len(WAYS[problem])):
        offered += said.answers
        said = tell(said.slots, text="/ladder_step")
    assert offered == [f"ladder/outside/{way}" for way in WAYS[problem]]
    assert said.answers == []
    assert said.kinds[0] == "handoff"


def test_nobody_is_sent_to_the_ombudsman_about_a_school_or_to_the_tribunal_about_lateness(
    session: Session,
) -> None:
    ways = {step.id: step.settles for step in queries.outside_steps(session)}
    assert not {"support", "discrimination", "decision"} & set(ways["ombudsman"])
    assert not {"support", "late", "delivery"} & set(ways["tribunal"])


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("they are not giving him the help in his EHCP", "council"),
        ("the council is late", "council"),
        ("the LA hasn't replied", "council"),
        ("the council said no and I want to appeal", "tribunal"),
        ("they refused to assess her", "tribunal"),
        ("he is discriminated against", "school_complaint"),
        ("the SEN support is rubbish", "school_complaint"),
    ],
)
def test_a_problem_that_is_told_is_not_asked_for(tell: Any, text: str, way: str) -> None:
    said = tell({"school": "ash-hill", "ladder_tried": ["education_advisory_board"]}, text=text)
    assert said.answers == [f"ladder/outside/{way}"]


def test_a_way_that_is_told_as_tried_is_not_offered(tell: Any) -> None:
    slots = {"school": "ash-hill", "ladder_tried": ["education_advisory_board"], "problem": "support"}
    said = tell(slots, text="I have made a formal complaint to the school already")
    assert said.answers == ["ladder/outside/department_for_education"]


def test_another_problem_starts_its_own_ways(tell: Any) -> None:
    slots = {"school": "ash-hill", "ladder_tried": ["education_advisory_board"], "problem": "support"}
    said = tell(slots, entities={"problem": "late"}, text="/ladder_step")
    assert said.answers == ["ladder/outside/council"]
    assert said.customs[0]["sources"]
