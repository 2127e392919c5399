"""Which answer of a topic is given: a named one, the nearest, the school's own, or the usual one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.area import settle_area
from actions.choose import (
    CLOSE,
    COUNCIL_BONUS,
    NEAR_ENOUGH,
    SCHOOL_BONUS,
    USUAL_BONUS,
    WORTH_OFFERING,
    answers_here,
    choose_answer,
    close_answers,
)
from actions.turn import Turn

TOPIC = "sen_support_plan"
OWN = "plp-ash-hill"
ASH = {"school": "ash-hill"}


@pytest.fixture
def ids(session: Session, make_turn: Callable[..., Turn]) -> Callable[..., list[str]]:
    """Give the ids of a topic's answers at a place, without the topic's name."""

    def here(slots: dict[str, Any], topic: str = TOPIC) -> list[str]:
        area = settle_area(make_turn(slots=slots), session)
        return [answer.id.partition("/")[2] for answer in answers_here(session, topic, area)]

    return here


@pytest.fixture
def choose(session: Session, make_turn: Callable[..., Turn]) -> Callable[..., str | None]:
    """Choose for scores by answer; gives the id without the topic's name."""

    def chosen(
        slots: dict[str, Any], scores: dict[str, float], topic: str = TOPIC, **said: Any
    ) -> str | None:
        turn = make_turn(
            slots=slots, scores={f"{topic}/{name}": score for name, score in scores.items()}, **said
        )
        answer = choose_answer(session, topic, settle_area(turn, session), turn)
        return answer.id.partition("/")[2] if answer else None

    return chosen


@pytest.fixture
def usual(session: Session, make_turn: Callable[..., Turn]) -> str:
    area = settle_area(make_turn(), session)
    (default,) = [answer for answer in answers_here(session, TOPIC, area) if answer.is_default]
    return default.id.partition("/")[2]


@pytest.fixture
def other(ids: Any, usual: str) -> str:
    """A national answer that is not the usual one."""
    return next(name for name in ids({}) if name != usual)


def test_only_answers_of_this_place_are_considered(ids: Any) -> None:
    nowhere, ash, bawtry = ids({}), ids(ASH), ids({"school": "bawtry-mayflower"})
    assert "plp-ash-hill" in ash
    assert "plp-ash-hill" not in nowhere
    assert not [name for name in bawtry if name.endswith("ash-hill")]
    assert set(nowhere) <= set(ash) & set(bawtry)
    assert "stockton-costed-map" in ids({"council": "stockton"})
    assert "stockton-costed-map" not in ids({"council": "blackburn"})


def test_the_nearest_heading_wins(choose: Any, usual: str, other: str) -> None:
    assert choose({}, {usual: 0.5, other: 0.6}) == other
    assert choose({}, {usual: 0.6, other: 0.5}) == usual


def test_when_nothing_is_near_the_usual_answer_is_given(choose: Any, usual: str, other: str) -> None:
    assert choose({}, {other: NEAR_ENOUGH - 0.01}) == usual
    assert choose({}, {}) == usual


def test_just_near_enough_is_near(choose: Any, other: str) -> None:
    assert choose({}, {other: NEAR_ENOUGH}) == other


@pytest.mark.parametrize(("lead", "own_wins"), [(SCHOOL_BONUS - 0.01, True), (SCHOOL_BONUS + 0.01, False)])
def test_the_schools_own_answer_wins_where_it_is_almost_as_near(
    choose: Any, other: str, lead: float, own_wins: bool
) -> None:
    assert choose(ASH, {other: 0.5 + lead, OWN: 0.5}) == (OWN if own_wins else other)


@pytest.mark.parametrize(("lead", "own_wins"), [(COUNCIL_BONUS - 0.01, True), (COUNCIL_BONUS + 0.01, False)])
def test_the_councils_own_answer_wins_where_it_is_almost_as_near(
    choose: Any, other: str, lead: float, own_wins: bool
) -> None:
    chosen = choose({"council": "stockton"}, {other: 0.5 + lead, "stockton-costed-map": 0.5})
    assert chosen == ("stockton-costed-map" if own_wins else other)


def test_a_bonus_never_lifts_an_answer_that_is_not_near_over_one_that_is(choose: Any, other: str) -> None:
    assert choose(ASH, {other: NEAR_ENOUGH + 0.01, OWN: NEAR_ENOUGH - 0.01}) == other


def test_when_nothing_is_near_a_known_school_gives_its_people(choose: Any) -> None:
    assert choose(ASH, {}, topic="senco_role") == "at-ash-hill"
    assert choose({"school": "bawtry-mayflower"}, {}, topic="senco_role") == "at-bawtry-mayflower"


def test_the_score_of_another_places_answer_counts_for_nothing(choose: Any, usual: str) -> None:
    assert choose({}, {OWN: 0.99}) == usual
    assert choose({"school": "bawtry-mayflower"}, {OWN: 0.99}) != OWN


def test_a_button_names_its_answer_whatever_the_scores_say(choose: Any, usual: str, other: str) -> None:
    assert choose({}, {usual: 0.99}, entities={"answer": other}) == other


@pytest.mark.parametrize("named", ["no-such-answer", OWN, ""])
def test_a_button_for_an_answer_that_does_not_hold_here_gives_the_usual_one(
    choose: Any, usual: str, named: str
) -> None:
    assert choose({}, {}, entities={"answer": named}) == usual


@pytest.mark.parametrize("topic", ["ladder_step", "no_such_topic", ""])
def test_a_topic_without_answers_has_none_to_give(choose: Any, topic: str) -> None:
    assert choose(ASH, {}, topic=topic) is None


@pytest.mark.parametrize(("lead", "usual_wins"), [(USUAL_BONUS - 0.01, True), (USUAL_BONUS + 0.01, False)])
def test_the_usual_answer_wins_where_it_is_almost_as_near(
    choose: Any, usual: str, other: str, lead: float, usual_wins: bool
) -> None:
    assert choose({}, {other: 0.5 + lead, usual: 0.5}) == (usual if usual_wins else other)


@pytest.mark.parametrize(
    ("behind", "text", "offered"),
    [
        ([], "words", []),
        ([CLOSE - 0.01], "words", [0]),
        ([CLOSE + 0.01], "words", []),
        ([0.04, 0.02, 0.03], "words", [1, 2]),
        ([0.01, CLOSE + 0.01], "words", [0]),
        ([0.01], "/sen_support_plan", []),
    ],
)
def test_answers_nearly_as_near_are_kept_at_hand_unless_a_button_chose(
    session: Session, make_turn: Any, ids: Any, behind: list[float], text: str, offered: list[int]
) -> None:
    first, *others = (f"{TOPIC}/{name}" for name in ids({}))
    scores = {first: 0.7, **{name: 0.7 - by for name, by in zip(others, behind, strict=False)}}
    turn = make_turn(text=text, scores=scores)
    area = settle_area(turn, session)
    (chosen,) = [answer for answer in answers_here(session, TOPIC, area) if answer.id == first]
    close = close_answers(session, chosen, area, turn)
    assert [answer.id for answer in close] == [others[place] for place in offered]


def test_an_answer_that_is_not_near_is_never_kept_at_hand(session: Session, make_turn: Any, ids: Any) -> None:
    first, second = (f"{TOPIC}/{name}" for name in ids({})[:2])
    turn = make_turn(text="words", scores={first: NEAR_ENOUGH, second: WORTH_OFFERING - 0.01})
    area = settle_area(turn, session)
    (chosen,) = [answer for answer in answers_here(session, TOPIC, area) if answer.id == first]
    assert close_answers(session, chosen, area, turn) == []
