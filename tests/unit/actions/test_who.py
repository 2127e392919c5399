"""Who to talk to: by name at a known school, by role elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.who import ActionWho
from kb import queries

SCHOOLS = ["ash-hill", "bawtry-mayflower"]


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_known_schools_people_come_in_the_order_of_its_ladder(
    run: Any, session: Session, school: str
) -> None:
    said = run(ActionWho, {"school": school}, intent="who_to_talk_to")
    record = queries.school(session, school)
    assert record
    roles = [role for rung in queries.ladder(session, school) for role in rung.roles]
    places = [said.text.index(f"the {person.title}") for role in roles if (person := record.person(role))]
    assert places == sorted(places)
    assert said.text.startswith(f"At {record.name}, start with the {record.person(roles[0]).title}")


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_name_on_the_ladder_is_given_once(run: Any, session: Session, school: str) -> None:
    said = run(ActionWho, {"school": school}, intent="who_to_talk_to")
    record = queries.school(session, school)
    assert record
    on_ladder = {role for rung in queries.ladder(session, school) for role in rung.roles}
    for person in record.people:
        for name in person.names:
            assert said.text.count(name) == (1 if person.role in on_ladder else 0)


@pytest.mark.parametrize("school", SCHOOLS)
def test_names_come_with_their_age_and_the_advice_to_confirm(run: Any, school: str) -> None:
    said = run(ActionWho, {"school": school}, intent="who_to_talk_to")
    assert "People and plans may have changed. Please confirm with the school office." in said.text
    assert "Last checked 21 November 2026." in said.text
    (custom,) = said.customs
    assert (custom["answer"], custom["school"], custom["duty"]) == (
        f"who_to_talk_to/at-{school}",
        school,
        "local",
    )
    assert len(custom["sources"]) == 1


def test_the_people_of_another_school_are_never_named(run: Any) -> None:
    assert "Harrison" not in run(ActionWho, {"school": "ash-hill"}).text
    assert "Harrison" in run(ActionWho, {"school": "bawtry-mayflower"}).text
    assert "Harrison" not in run(ActionWho).text


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_unhappy_parent_can_go_on_to_the_ladder(run: Any, school: str) -> None:
    assert run(ActionWho, {"school": school}).payloads == ["/ladder_step"]


def test_where_the_school_is_not_known_the_usual_order_comes_first(run: Any) -> None:
    said = run(ActionWho, intent="who_to_talk_to")
    assert said.kinds == ["answer", "ask_area"]
    assert said.answers[0].startswith("who_to_talk_to/")
    assert said.slots["pending"] == "who_to_talk_to"


def test_a_button_gets_its_own_answer_also_at_a_known_school(run: Any) -> None:
    entities = {"answer": "names-of-staff"}
    said = run(ActionWho, {"school": "ash-hill"}, intent="who_to_talk_to", entities=entities)
    assert said.answers == ["who_to_talk_to/names-of-staff"]
    assert "ask_area" not in said.kinds
