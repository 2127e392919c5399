"""Whose school and whose council: this message, earlier turns and the page, in that order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.area import ELSEWHERE, Area, settle_area
from actions.turn import Turn

ASH, BAWTRY = "ash-hill", "bawtry-mayflower"


@pytest.fixture
def settle(session: Session, make_turn: Callable[..., Turn]) -> Callable[..., Area]:
    def settled(said: dict[str, Any], slots: dict[str, Any], page: str | None) -> Area:
        return settle_area(make_turn(slots=slots, entities=said, page=page), session)

    return settled


@pytest.mark.parametrize(
    ("said", "slots", "page", "school", "council", "assumed"),
    [
        # nothing, the page, earlier turns, this message
        ({}, {}, None, None, None, False),
        ({}, {}, "bathnes", None, "bathnes", False),
        ({}, {"council": "stockton"}, "bathnes", None, "stockton", False),
        ({"council": "blackburn"}, {"council": "stockton"}, "bathnes", None, "blackburn", False),
        ({"council": ["bathnes", "stockton"]}, {}, None, None, "stockton", False),
        # a school stands for its council only until told otherwise
        ({"school": ASH}, {}, None, ASH, "doncaster", True),
        ({}, {"school": BAWTRY}, None, BAWTRY, "doncaster", True),
        ({"school": BAWTRY}, {"school": ASH}, None, BAWTRY, "doncaster", True),
        ({"school": ASH}, {}, "bathnes", ASH, "bathnes", False),
        ({"school": ASH, "council": "stockton"}, {}, None, ASH, "stockton", False),
        ({}, {"school": ASH, "council": "stockton"}, None, ASH, "stockton", False),
        ({"school": ASH}, {"school": ASH, "council": "stockton"}, None, ASH, "stockton", False),
        ({"council": "doncaster"}, {"school": ASH}, None, ASH, "doncaster", False),
        # another council lets go of the old school, another school of the old council
        ({"council": "stockton"}, {"school": ASH}, None, None, "stockton", False),
        ({"school": BAWTRY}, {"school": ASH, "council": "stockton"}, None, BAWTRY, "doncaster", True),
        ({"school": ASH}, {"council": "doncaster"}, None, ASH, "doncaster", False),
        # what is not in the knowledge base is not known
        ({"school": "hogwarts"}, {}, None, None, None, False),
        ({"council": "atlantis"}, {}, None, None, None, False),
        ({"council": "atlantis"}, {"school": ASH}, None, None, None, False),
        ({}, {"school": "", "council": ""}, "", None, None, False),
        ({}, {"school": None, "council": None}, None, None, None, False),
        ({}, {}, "atlantis", None, None, False),
    ],
)
def test_the_area_is_settled(
    settle: Any, said: Any, slots: Any, page: Any, school: str | None, council: str | None, assumed: bool
) -> None:
    area = settle(said, slots, page)
    assert (area.school and area.school.id) == school
    assert (area.council and area.council.id) == council
    assert area.assumed is assumed
    assert area.known is (council is not None)
    assert not area.elsewhere


@pytest.mark.parametrize(
    ("said", "slots", "page"),
    [
        ({"council": ELSEWHERE}, {}, None),
        ({"council": ELSEWHERE}, {"council": "stockton", "school": ASH}, "bathnes"),
        ({}, {"council": ELSEWHERE}, "bathnes"),
    ],
)
def test_somewhere_else_is_known_and_has_no_council(settle: Any, said: Any, slots: Any, page: Any) -> None:
    area = settle(said, slots, page)
    assert (area.council, area.elsewhere, area.known, area.assumed) == (None, True, True, False)


def test_a_council_told_after_elsewhere_counts(settle: Any) -> None:
    area = settle({"council": "stockton"}, {"council": ELSEWHERE}, None)
    assert (area.council.id, area.elsewhere) == ("stockton", False)


@pytest.mark.parametrize(
    ("said", "slots", "phase"),
    [
        ({}, {}, None),
        ({"phase": "early_years"}, {"phase": "primary"}, "early_years"),
        ({}, {"phase": "post16"}, "post16"),
        ({"school": ASH, "phase": "primary"}, {}, "secondary"),
        ({"council": ELSEWHERE, "phase": "primary"}, {}, "primary"),
    ],
)
def test_a_known_school_decides_the_phase(settle: Any, said: Any, slots: Any, phase: str | None) -> None:
    assert settle(said, slots, None).phase == phase


@pytest.mark.parametrize(
    ("said", "page", "kept"),
    [
        ({}, None, {"school": None, "council": None, "phase": None, "nation": None}),
        ({"school": ASH}, None, {"school": ASH, "council": None, "phase": "secondary", "nation": None}),
        (
            {"council": "stockton"},
            None,
            {"school": None, "council": "stockton", "phase": None, "nation": None},
        ),
        (
            {"council": ELSEWHERE},
            "bathnes",
            {"school": None, "council": ELSEWHERE, "phase": None, "nation": None},
        ),
    ],
)
def test_an_assumed_council_is_never_remembered_as_told(
    settle: Any, said: Any, page: str | None, kept: dict[str, Any]
) -> None:
    assert {event["name"]: event["value"] for event in settle(said, {}, page).slots()} == kept


def test_what_is_remembered_settles_the_same_area_again(settle: Any) -> None:
    for said in ({"school": ASH}, {"council": "stockton"}, {"school": ASH, "council": "stockton"}):
        first = settle(said, {}, None)
        slots = {event["name"]: event["value"] for event in first.slots()}
        assert settle({}, slots, None) == first


@pytest.mark.parametrize(
    ("far", "text", "known", "elsewhere", "nation"),
    [
        ("england", "we live in Leeds", "bathnes", True, None),
        ("england", "Leeds", None, True, None),
        ("england", "a special school in Leeds has a place", "bathnes", False, None),
        ("wales", "im in Cardiff", None, True, "wales"),
        ("scotland", "his dad is in Glasgow", "bathnes", False, None),
    ],
)
def test_a_far_place_counts_when_the_parent_lives_there(
    settle: Any,
    make_turn: Any,
    session: Session,
    far: str,
    text: str,
    known: str | None,
    elsewhere: bool,
    nation: str | None,
) -> None:
    area = settle_area(make_turn({"council": known}, text=text, entities={"far": far}), session)
    assert (area.elsewhere, area.nation) == (elsewhere, nation)
    assert (area.council.id if area.council else None) == (None if elsewhere else known)


def test_a_school_stays_where_the_family_lives_over_the_border(make_turn: Any, session: Session) -> None:
    turn = make_turn(
        {"school": "bawtry-mayflower"},
        text="we live in Retford, Nottinghamshire",
        entities={"far": "england"},
    )
    area = settle_area(turn, session)
    assert area.school
    assert area.elsewhere
    assert area.council is None


@pytest.mark.parametrize("nation", [None, "wales"])
def test_a_school_named_later_does_not_move_the_family(
    make_turn: Any, session: Session, nation: str | None
) -> None:
    turn = make_turn({"council": ELSEWHERE, "nation": nation}, entities={"school": "ash-hill"})
    area = settle_area(turn, session)
    assert area.school
    assert (area.council, area.elsewhere, area.nation) == (None, True, nation)


def test_a_place_of_ours_ends_another_nation(make_turn: Any, session: Session) -> None:
    turn = make_turn(
        {"nation": "wales", "council": ELSEWHERE}, text="no, Bath", entities={"council": "bathnes"}
    )
    area = settle_area(turn, session)
    assert area.nation is None
    assert area.council
