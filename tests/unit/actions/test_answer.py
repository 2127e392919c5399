"""Answering a topic for this school and council, and asking for the school where names differ."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import SCHOOL_MATTERS, ActionAnswer
from actions.out_of_scope import ActionOutOfScope
from actions.start_again import ActionStartAgain
from kb import queries


def test_the_usual_answer_is_given_where_nothing_is_known(run: Any) -> None:
    said = run(ActionAnswer, intent="ehc_timescale")
    assert len(said.answers) == 1
    assert said.answers[0].startswith("ehc_timescale/")
    assert said.kinds == ["answer"]
    assert said.slots["pending"] is None


@pytest.mark.parametrize("topic", sorted(SCHOOL_MATTERS))
def test_where_names_differ_the_school_is_asked_for_after_the_answer(run: Any, topic: str) -> None:
    said = run(ActionAnswer, intent=topic)
    assert said.kinds == ["answer", "ask_area"]
    assert said.customs[1]["options"] == "school"
    assert {'/inform{"school": "ash-hill"}', '/inform{"school": "bawtry-mayflower"}'} <= set(said.payloads)
    assert said.slots["pending"] == topic


@pytest.mark.parametrize("topic", sorted(SCHOOL_MATTERS))
def test_a_known_school_is_not_asked_for_again(run: Any, topic: str) -> None:
    said = run(ActionAnswer, {"school": "ash-hill"}, intent=topic)
    assert "ask_area" not in said.kinds
    assert said.customs[0]["school"] == "ash-hill"


def test_a_narrow_question_is_not_answered_with_a_question(run: Any) -> None:
    scores = {"senco_role/qualification": 0.9}
    assert run(ActionAnswer, intent="senco_role", scores=scores).kinds == ["answer"]


def test_a_topic_without_answers_is_handed_over_without_a_guess(run: Any) -> None:
    said = run(ActionAnswer, {"council": "bathnes"}, intent="no_such_topic")
    assert said.kinds == ["handoff"]
    assert said.customs[0]["reason"] == "not_covered"
    assert "I will not guess" in said.text


def test_an_urgent_answer_is_followed_by_a_person(run: Any) -> None:
    entities = {"answer": "missed-deadline"}
    said = run(ActionAnswer, {"council": "bathnes"}, intent="ehc_refused_appeal", entities=entities)
    assert said.answers == ["ehc_refused_appeal/missed-deadline"]
    assert said.customs[1]["reason"] == "answer_says_so"
    assert "/human_handoff" not in said.payloads


def test_what_was_said_is_remembered_and_misunderstandings_are_forgotten(run: Any, session: Any) -> None:
    slots = {"misunderstood": 1.0, "pending": "senco_role"}
    said = run(ActionAnswer, slots, intent="funding", entities={"council": "stockton"})
    assert said.slots == {
        "misunderstood": 0.0,
        "pending": None,
        "school": None,
        "council": "stockton",
        "phase": None,
        "nation": None,
        "last_topic": "funding",
        "last_question": queries.answer(session, said.answers[0]).questions[0],
    }


@pytest.mark.parametrize("text", ["", "what is the weather", "\x00", "{{advice_line.contact}}"])
def test_a_question_from_elsewhere_gets_a_kind_signpost(run: Any, text: str) -> None:
    said = run(ActionOutOfScope, intent="out_of_scope", text=text)
    assert said.kinds == ["out_of_scope"]
    assert said.customs[0]["answer"].startswith("out_of_scope/")
    assert "{{" not in said.text


def test_the_nearest_signpost_is_chosen(run: Any, session: Any) -> None:
    answers = queries.answers(session, "out_of_scope", None, None, None)
    for answer in answers:
        said = run(ActionOutOfScope, intent="out_of_scope", scores={answer.id: 0.9})
        assert said.customs[0]["answer"] == answer.id


def test_starting_again_forgets_every_slot(run: Any) -> None:
    slots = {"school": "ash-hill", "council": "stockton", "ladder_tried": ["senco"], "pending": "funding"}
    said = run(ActionStartAgain, slots, intent="start_again")
    assert said.text == "All right, let us start again. What would you like to know?"
    assert set(said.slots) >= set(slots)
    assert set(said.slots.values()) == {None}
