"""Walking up each school's own ladder, and the usual one where the school is not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.answer import ActionAnswer
from actions.ladder import ActionLadder
from actions.rungs import HEIGHTS
from kb import queries
from kb.schema.base import Role

NAMES = {
    "ash-hill": [
        "form tutor or the subject teacher",
        "Curriculum Leader, the Year Learning Manager or the SENDCo",
        "Education Advisory Board",
    ],
    "bawtry-mayflower": ["class teacher", "Inclusion Manager or the headteacher", "SEND Governor"],
    None: ["class teacher", "SENCO", "headteacher", "governor"],
}
ROLES = {
    "ash-hill": [
        ["form_tutor", "subject_teacher", "class_teacher"],
        [
            "curriculum_leader",
            "year_learning_manager",
            "senco",
            "assistant_senco",
            "inclusion_lead",
            "headteacher",
        ],
        ["education_advisory_board", "governors", "sen_governor"],
    ],
    "bawtry-mayflower": [
        ["class_teacher", "form_tutor", "subject_teacher", "year_learning_manager"],
        ["senco", "headteacher", "assistant_senco", "inclusion_lead"],
        ["sen_governor", "governors", "education_advisory_board"],
    ],
    None: [
        ["class_teacher", "form_tutor", "subject_teacher", "year_learning_manager", "curriculum_leader"],
        ["senco", "assistant_senco", "inclusion_lead"],
        ["headteacher"],
        ["sen_governor", "governors", "education_advisory_board"],
    ],
}
SEEN = [
    (school, rung, role)
    for school, rungs in ROLES.items()
    for rung, roles in enumerate(rungs)
    for role in roles
]


def step(school: str | None, number: int) -> list[str]:
    """Give the answer ids of a school's step; above the school there is a question first, so none."""
    return [f"ladder/{school or 'any-school'}/{number}"] if number <= len(NAMES[school]) else []


@pytest.fixture
def tell(run: Callable[..., Any]) -> Callable[..., Any]:
    """Tell of a step that was tried."""
    return lambda slots, **said: run(ActionLadder, slots, **{"intent": "ladder_step", **said})


def test_every_role_of_the_knowledge_base_has_one_height() -> None:
    heights = [role for roles in HEIGHTS for role in roles]
    assert sorted(heights) == sorted(Role)


@pytest.mark.parametrize("school", NAMES)
def test_the_first_complaint_gets_an_answer_and_the_lowest_step(run: Any, school: str | None) -> None:
    said = run(ActionLadder, {"school": school}, intent="not_happy_with_support", text="they do nothing")
    assert said.answers[0].startswith("not_happy_with_support/")
    if school:
        assert said.answers[1:] == step(school, 1)
        assert NAMES[school][0] in said.text
    else:
        assert said.slots["pending"] == "not_happy_with_support"
        assert '/inform{"school": "ash-hill"}' in said.payloads


@pytest.mark.parametrize("school", NAMES)
def test_done_that_leads_up_every_step_once_and_then_outside(tell: Any, school: str | None) -> None:
    slots, offered, texts = {"school": school}, [], []
    for _ in range(len(NAMES[school]) + 1):
        said = tell(slots, text="/ladder_step")
        slots = said.slots
        offered += said.answers
        texts.append(said.text)
    # "Done that" before anything was offered: the lowest step was tried already.
    assert offered == [name for number in range(2, len(NAMES[school]) + 1) for name in step(school, number)]
    assert said.kinds == ["ask_problem"]
    for name, text in zip(NAMES[school][1:], texts, strict=False):
        assert name in text


@pytest.mark.parametrize(("school", "rung", "role"), SEEN)
def test_whoever_was_seen_the_step_above_comes_next(
    tell: Any, school: str | None, rung: int, role: str
) -> None:
    said = tell({"school": school}, entities={"role": role}, text="I spoke to them")
    assert said.answers == step(school, rung + 2)
    assert role in said.slots["ladder_tried"]


@pytest.mark.parametrize(("school", "rung", "role"), SEEN)
def test_a_step_that_was_tried_is_never_offered_again(
    tell: Any, school: str | None, rung: int, role: str
) -> None:
    slots = tell({"school": school}, entities={"role": role}).slots
    for later in ({"entities": {"role": role}}, {"entities": {"role": "teaching_assistant"}}):
        assert tell(slots, **later).answers == step(school, rung + 2)
    assert tell(slots, text="done that").answers == step(school, rung + 3)


@pytest.mark.parametrize("school", NAMES)
def test_a_lower_step_told_later_does_not_lead_down_again(tell: Any, school: str | None) -> None:
    slots = tell({"school": school}, entities={"role": "senco"}).slots
    assert tell(slots, entities={"role": "class_teacher"}).answers == step(school, 3)


@pytest.mark.parametrize("school", NAMES)
def test_a_teaching_assistant_is_no_step(tell: Any, school: str | None) -> None:
    assert tell({"school": school}, entities={"role": "teaching_assistant"}).answers == step(school, 1)


def test_several_people_seen_count_at_once(tell: Any) -> None:
    said = tell({"school": "ash-hill"}, entities={"role": ["senco", "form_tutor"]})
    assert said.answers == step("ash-hill", 3)


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("I have spoken to the SENCO and nothing changed", True),
        ("we e-mailed the senco", True),
        ("after the meeting with the SENCO it got worse", True),
        ("the senco is useless", False),
        ("should I go to the senco?", False),
    ],
)
def test_a_complaint_that_tells_of_a_step_leads_on(run: Any, text: str, tried: bool) -> None:
    slots = {"school": "bawtry-mayflower"}
    said = run(ActionLadder, slots, intent="not_happy_with_support", text=text, entities={"role": "senco"})
    assert said.answers[-1:] == step("bawtry-mayflower", 3 if tried else 1)
    assert ("Thank you for telling me what you have tried." in said.text) is tried


def test_steps_tried_before_the_school_was_known_still_count(tell: Any) -> None:
    slots = tell({}, entities={"role": "class_teacher"}).slots
    assert slots["pending"] == "ladder_step"
    assert tell({**slots, "school": "ash-hill"}, entities={"role": "form_tutor"}).answers == step(
        "ash-hill", 2
    )


def test_people_are_named_with_the_advice_to_confirm(tell: Any, session: Session) -> None:
    said = tell({"school": "bawtry-mayflower"}, entities={"role": "class_teacher"})
    school = queries.school(session, "bawtry-mayflower")
    assert school
    for role in ("senco", "headteacher"):
        person = school.person(role)
        assert person
        assert person.names
        assert all(name in said.text for name in person.names)
    assert "People and plans may have changed." in said.text
    assert said.customs[0]["duty"] == "local"
    assert said.customs[0]["school"] == "bawtry-mayflower"


def test_a_step_without_names_names_nobody(tell: Any) -> None:
    assert "the page names" not in tell({"school": "ash-hill"}, entities={"role": "form_tutor"}).text


@pytest.mark.parametrize("text", ["and the head", "the headteacher did nothing", "seen the head too"])
def test_a_person_named_right_after_a_step_was_seen(run: Any, text: str) -> None:
    slots = {"school": "bawtry-mayflower", "last_topic": "ladder_step", "ladder_tried": ["class_teacher"]}
    said = run(ActionAnswer, slots, intent="headteacher_role", text=text, entities={"role": "headteacher"})
    assert said.answers == step("bawtry-mayflower", 3)


def test_another_school_begins_its_own_ladder(run: Any) -> None:
    slots = {"school": "bawtry-mayflower", "ladder_tried": ["class_teacher", "senco"], "problem": "late"}
    said = run(
        ActionLadder,
        slots,
        intent="not_happy_with_support",
        text="my other child is not helped",
        entities={"school": "ash-hill"},
    )
    assert said.answers[-1:] == step("ash-hill", 1)
    assert said.slots["problem"] is None


def test_somebody_seen_in_vain_leads_on_whatever_the_topic(run: Any) -> None:
    said = run(
        ActionAnswer,
        {"school": "ash-hill"},
        intent="headteacher_role",
        text="met the principal and still nothing",
        entities={"role": "headteacher"},
    )
    assert said.answers == step("ash-hill", 3)
