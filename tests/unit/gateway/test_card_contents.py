"""What a card says before it is edited: the last questions, the last answer, the steps taken."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from casework.card import Card
from casework.card_problems import LONGEST, card_problems
from casework.ledger import Conversation, Status, Turn
from gateway.areas import council_of
from gateway.card_contents import prefilled
from kb import queries


def turn(number: int, text: str, *reply: dict[str, Any], **other: Any) -> Turn:
    parts = {"payload": None, "hidden": (), "safety_route": None, **other}
    return Turn(number, f"client-{number}", text, status=Status.ANSWERED, reply=list(reply), **parts)


def answer(answer_id: str, text: str = "Words.", school: str | None = None, **other: Any) -> dict[str, Any]:
    custom = {"kind": "answer", "topic": "t", "answer": answer_id, "council": "bathnes", "school": school}
    return {"text": text, "custom": {**custom, **other}}


@pytest.fixture
def fill(kb: sessionmaker[Session]) -> Any:
    def fill_card(*turns: Turn) -> Card:
        with kb() as session:
            return prefilled(session, list(turns))

    return fill_card


def test_nothing_said_is_an_empty_card(fill: Any) -> None:
    assert fill() == Card()


def test_the_last_two_typed_questions_are_kept_and_no_pressed_button(fill: Any) -> None:
    card = fill(
        turn(1, "one"),
        turn(2, "two"),
        turn(3, "three"),
        turn(4, "Talk to a person", payload="/human_handoff"),
    )
    assert card.question == "two\nthree"


def test_a_cry_for_help_is_not_repeated_for_the_parent(fill: Any) -> None:
    assert fill(turn(1, "a cry", safety_route="adult_crisis"), turn(2, "school")).question == "school"


def test_the_newest_answer_is_cut_to_its_first_two_sentences(fill: Any) -> None:
    long = "The council has 6 weeks. It must write\nto you. This is too much.\n\nA second paragraph."
    card = fill(
        turn(1, "a", answer("x/old", "Old words.")),
        turn(2, "b", answer("x/new", long), {"text": "later"}),
        turn(3, "c", {"text": "Which?", "custom": {"kind": "clarify", "options": []}}),
    )
    assert card.said == "The council has 6 weeks. It must write to you."


def test_an_answer_whose_custom_part_comes_as_a_message_of_its_own_is_found(fill: Any) -> None:
    both = answer("x/y", "One. Two. Three.")
    assert fill(turn(1, "a", {"text": both["text"]}, {"custom": both["custom"]})).said == "One. Two."


def test_the_step_given_last_is_not_yet_a_step_taken(fill: Any) -> None:
    assert fill(turn(1, "a", answer("ladder/any-school/1"))).tried == ()
    assert fill(turn(1, "a", answer("ladder/any-school/2"))).tried == (
        "Talked to the class teacher, form tutor or subject teacher",
    )


def test_steps_at_a_school_have_the_names_that_school_uses(fill: Any, kb: sessionmaker[Session]) -> None:
    with kb() as session:
        rungs = queries.ladder(session, "ash-hill")
    card = fill(turn(1, "a", answer("ladder/ash-hill/3", school="ash-hill")))
    assert len(card.tried) == 2 < len(rungs)
    assert card.tried[0] == "Talked to the Form tutor or Subject teacher"
    assert "_" not in "".join(card.tried)


def test_above_the_school_all_its_steps_were_taken_and_those_above_but_the_last(
    fill: Any, kb: sessionmaker[Session]
) -> None:
    with kb() as session:
        rungs, steps = queries.ladder(session, "ash-hill"), queries.outside_steps(session)
    given = [answer(f"ladder/outside/{step.id}", school="ash-hill") for step in steps[:2]]
    card = fill(turn(1, "a", answer("ladder/ash-hill/1", school="ash-hill")), turn(2, "b", *given))
    assert len(card.tried) == len(rungs) + 1
    assert card.tried[-1] == steps[0].title
    last = {"text": "x", "custom": {"kind": "handoff", "reason": "last_step", "council": None}}
    assert fill(turn(1, "a", *given, last)).tried[-2:] == (steps[0].title, steps[1].title)


@pytest.mark.parametrize(
    "answer_id", ["ladder", "ladder/", "ladder/x", "ladder/x/y", "ladder/x/", "ladder/outside"]
)
def test_an_odd_ladder_id_is_no_error(fill: Any, answer_id: str) -> None:
    assert fill(turn(1, "a", answer(answer_id))).question == "a"


def test_what_is_filled_in_is_never_too_long(fill: Any) -> None:
    card = fill(turn(1, "a" * 4000), turn(2, "b" * 4000, answer("x/y", "c" * 3000)))
    assert card.question == "b" * LONGEST["question"]
    assert card.said == "c" * LONGEST["said"]
    assert set(card_problems(card)) == {"how", "safe_message", "consent"}


def test_the_council_the_parent_spoke_of_last_outweighs_the_page(fill: Any) -> None:
    mine = Conversation("id", "bathnes")
    assert council_of(mine, []) == "bathnes"
    assert council_of(mine, [turn(1, "a", answer("x/y", council="stockton"))]) == "stockton"
    assert council_of(mine, [turn(1, "a", answer("x/y", council=None))]) is None
    failed = {"custom": {"kind": "handoff", "reason": "bot_failed", "council": "doncaster"}}
    assert (
        council_of(mine, [turn(1, "a", answer("x/y", council="stockton")), turn(2, "b", failed)])
        == "stockton"
    )
