"""Typed questions to a built knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kb import queries
from kb.build import MIGRATIONS
from storage.database import open_engine, upgrade

NATIONAL = ["ehc_timescale/late", "ehc_timescale/six-weeks"]
NORTH = ["ehc_timescale/funding-north", "ehc_timescale/late", "ehc_timescale/north-is-slow", NATIONAL[1]]
SOUTH = [*NATIONAL, "ehc_timescale/south-is-quick"]
WHAT, COLLEGE = "senco_role/what-it-is", "senco_role/in-college"
HILL = ["senco_role/at-hill", "senco_role/register-hill", WHAT]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    engine = open_engine(f"sqlite:///{tmp_path}/kb.sqlite")
    upgrade(engine, MIGRATIONS)
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.mark.parametrize(
    ("topic", "council", "school", "phase", "found"),
    [
        ("ehc_timescale", None, None, None, NATIONAL),
        ("ehc_timescale", "north", None, None, NORTH),
        ("ehc_timescale", "south", None, None, SOUTH),
        ("ehc_timescale", "elsewhere", None, None, NATIONAL),
        ("ehc_timescale", "south", "hill", "primary", SOUTH),
        ("senco_role", None, None, None, [COLLEGE, WHAT]),
        ("senco_role", "north", None, "primary", [WHAT]),
        ("senco_role", None, None, "post16", [COLLEGE, WHAT]),
        ("senco_role", None, "hill", None, sorted([*HILL, COLLEGE])),
        ("senco_role", None, "hill", "primary", HILL),
        ("senco_role", "north", "dale", None, [COLLEGE, WHAT]),
        ("headteacher_role", None, None, None, []),
        ("no_such_topic", "north", "hill", "primary", []),
    ],
)
def test_only_answers_that_hold_at_the_place_are_given(
    small_session, topic: str, council: str | None, school: str | None, phase: str | None, found: list[str]
) -> None:
    assert [a.id for a in queries.answers(small_session, topic, council, school, phase)] == found


def test_an_answer_comes_whole_with_its_references_strongest_first(small_session) -> None:
    answer = queries.answer(small_session, "ehc_timescale/six-weeks")
    assert answer is not None
    assert (answer.duty, answer.is_default, answer.handoff) == ("must", True, "never")
    assert (answer.checked_on, answer.review_by) == (date(2026, 11, 21), date(2027, 5, 21))
    assert answer.questions == ("How long does the council have?", "When will I hear?")
    assert answer.next_ids == ("ehc_timescale/late",)
    assert "{{advice_line.contact}}" in answer.text
    rule, document = answer.references
    assert (rule.id, rule.title, rule.paragraph, rule.url) == (
        "act-1",
        "Small Act",
        "section 1",
        "https://law.example/act",
    )
    assert (rule.checked_on, rule.status, rule.verified) == (date(2026, 11, 2), "in_force", "read")
    assert (document.id, document.paragraph, document.checked_on) == ("act", None, date(2026, 11, 1))


def test_a_school_comes_with_its_people_and_plans(small_session) -> None:
    school = queries.school(small_session, "hill")
    assert school is not None
    assert (school.name, school.council, school.phase) == ("Hill School", "north", "primary")
    assert school.plans == ("Blue Plan", "Red Plan")
    assert school.source.title == 'Hill School, "Our help"'
    senco = school.person("senco")
    assert senco is not None
    assert senco.names == ("Ms A Ash", "Mr B Birch")
    assert school.person("sen_governor") is None


def test_a_council_comes_with_its_local_offer_and_advice_line(small_session) -> None:
    council = queries.council(small_session, "north")
    assert council is not None
    assert (council.name, council.short) == ("North County Council", "North")
    assert (council.local_offer.name, council.local_offer.website) == (
        "North Offer",
        "https://offer.north.example",
    )
    line = council.advice_line
    assert (line.phone, line.text_phone, line.status) == ("01225 394382", "07530 263401", "check")
    (hours,) = line.hours
    assert (hours.weekdays, hours.opens, hours.closes) == (frozenset({0, 1, 2, 3}), time(10), time(15))
    assert line.closures == frozenset({date(2026, 12, 24)})


def test_a_line_we_know_nothing_of_has_no_number_and_no_hours(small_session) -> None:
    council = queries.council(small_session, "south")
    assert council is not None
    line = council.advice_line
    assert (line.phone, line.email, line.website, line.hours, line.closures) == (
        None,
        None,
        None,
        (),
        frozenset(),
    )


def test_names_are_listed_for_choosing(small_session) -> None:
    assert queries.council_names(small_session) == [("north", "North"), ("south", "South")]
    assert queries.school_names(small_session) == [("hill", "Hill School")]


def test_each_school_has_its_own_ladder_and_others_the_usual_one(small_session) -> None:
    hill = queries.ladder(small_session, "hill")
    usual = queries.ladder(small_session, None)
    assert [(rung.position, rung.roles) for rung in hill] == [
        (0, ("class_teacher",)),
        (1, ("senco", "headteacher")),
    ]
    assert [rung.roles for rung in usual] == [("class_teacher", "form_tutor"), ("headteacher",)]
    assert queries.ladder(small_session, "no-such-school") == []


def test_the_steps_above_school_come_in_order_with_their_references(small_session) -> None:
    complaint, council = queries.outside_steps(small_session)
    assert (complaint.id, council.id) == ("complaint", "council")
    assert [reference.id for reference in complaint.references] == ["leaflet", "act-1"]


def test_a_contact_is_national_or_one_council_s(small_session) -> None:
    helpline = queries.contact(small_session, "helpline")
    assert helpline is not None
    assert (helpline.phone, helpline.status) == ("0800 1111", "check")
    team = queries.contact(small_session, "send-team", "north")
    assert team is not None
    assert team.phone == "01302 737210"
    for contact, council in [
        ("send-team", None),
        ("send-team", "south"),
        ("helpline", "north"),
        ("none", None),
    ]:
        assert queries.contact(small_session, contact, council) is None


def test_an_old_term_leads_to_today_s_and_senses_keep_their_place(small_session) -> None:
    old, plan = queries.term(small_session, "statement"), queries.term(small_session, "ehc-plan")
    assert old is not None
    assert plan is not None
    assert (old.status, old.now) == ("old", "EHC plan")
    assert (plan.now, [sense.school for sense in plan.meanings]) == (None, [None, "hill"])
    assert [reference.id for reference in plan.references] == ["act-1", "leaflet"]


def test_safety_messages_are_given_with_tokens_unfilled(small_session) -> None:
    assert queries.safety_message(small_session, "danger_now") == "Call {{contact.helpline}} now."
    assert queries.safety_message(small_session, "adult_crisis") is None


def test_known_numbers_are_all_that_we_publish(small_session) -> None:
    assert queries.known_numbers(small_session) == {
        "0800 1111",
        "talk@helpline.example",
        "01302 737210",
        "01302 000000",
        "01225 394382",
        "07530 263401",
        "help@north.example",
    }


@pytest.mark.parametrize("query", [queries.answer, queries.school, queries.council, queries.term])
def test_what_is_not_there_is_none(small_session, query) -> None:
    assert query(small_session, "nothing") is None


def test_an_empty_database_answers_with_nothing(empty: Session) -> None:
    assert queries.release(empty) is None
    assert queries.answers(empty, "ehc_timescale", None, None, None) == []
    assert queries.known_numbers(empty) == frozenset()


def test_records_outlive_their_session_and_cannot_be_changed(small_engine) -> None:
    with Session(small_engine) as session:
        answer = queries.answer(session, "ehc_timescale/six-weeks")
    assert answer is not None
    assert answer.references[0].title == "Small Act"
    with pytest.raises(FrozenInstanceError):
        answer.text = "other"  # type: ignore[misc]
