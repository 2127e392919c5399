"""A cry for help: the fixed message first, whatever else was asked."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions import safety
from actions.safety import ActionSafety
from kb import queries
from kb.filling import Filler

ROUTES = ["danger_now", "adult_crisis", "child_concern"]


def cry(run: Any, route: str | None, slots: dict[str, Any] | None = None, **said: Any) -> Any:
    return run(
        ActionSafety, slots, **{"intent": "safeguarding_urgent", "text": "help", "route": route, **said}
    )


@pytest.mark.parametrize("route", ROUTES)
def test_the_fixed_message_comes_first_and_whole(run: Any, session: Session, route: str) -> None:
    said = cry(run, route)
    message = queries.safety_message(session, route)
    assert message
    assert said.messages[0]["text"] == Filler(session, None, None).fill(message).strip()
    assert said.customs[0] == {"kind": "safety", "route": route, "council": None}


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("my son says he wants to die", "child_concern"),
        ("my granddaughter is being hurt", "child_concern"),
        ("SHE is not safe there", "child_concern"),
        ("i cant go on", "adult_crisis"),
        ("the theme of this", "adult_crisis"),
        ("", "adult_crisis"),
    ],
)
def test_a_cry_that_only_the_trained_step_heard_gets_a_likely_route(run: Any, text: str, route: str) -> None:
    assert cry(run, None, text=text).customs[0]["route"] == route


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "slots", [{}, {"council": "elsewhere"}, {"council": "bathnes"}, {"school": "ash-hill"}]
)
def test_only_this_areas_own_contacts_are_added_and_only_for_children(
    run: Any, session: Session, route: str, slots: dict[str, str]
) -> None:
    said = cry(run, route, slots)
    council = slots.get("council") or ("doncaster" if "school" in slots else None)
    for name, _ in queries.council_names(session):
        contacts = [queries.contact(session, contact, name) for contact in safety.LOCAL_CONTACTS]
        for phone in (contact.phone for contact in contacts if contact and contact.phone):
            assert (phone in said.text) is (name == council and route != "adult_crisis")


def test_bath_has_local_contacts_for_the_day_and_the_night(run: Any) -> None:
    for number in ("01225 396312", "01454 615165"):
        assert number in cry(run, "child_concern", {"council": "bathnes"}).text


@pytest.mark.parametrize(
    ("ranking", "sure", "topic"),
    [
        ({"ehc_timescale": 0.6}, True, "ehc_timescale"),
        ({"safeguarding_urgent": 0.5, "ehc_timescale": 0.45}, True, "ehc_timescale"),
        ({"ehc_timescale": 0.39}, True, None),
        ({"ehc_timescale": 0.6}, False, None),
        ({"safeguarding_urgent": 0.9}, True, None),
        ({"human_handoff": 0.9}, True, None),
        ({"out_of_scope": 0.9}, True, None),
        ({"greet": 0.9}, True, None),
        ({"glossary": 0.9}, True, None),
        ({}, True, None),
    ],
)
def test_a_question_beside_the_cry_is_answered_after_it_if_it_was_clear(
    run: Any, ranking: dict[str, float], sure: bool, topic: str | None
) -> None:
    said = cry(run, "danger_now", ranking=ranking, sure=sure)
    assert said.kinds == (["safety", "answer"] if topic else ["safety"])
    assert [custom["topic"] for custom in said.customs[1:]] == ([topic] if topic else [])
    assert "999" in said.messages[0]["text"]


def test_a_step_of_the_ladder_beside_the_cry_is_given_after_it(run: Any) -> None:
    said = cry(run, "danger_now", {"school": "ash-hill"}, ranking={"ladder_step": 0.9}, sure=True)
    assert said.kinds == ["safety", "answer"]
    assert said.customs[1]["topic"] == "not_happy_with_support"


def test_a_route_without_a_message_is_an_error_and_never_silence(run: Any) -> None:
    with pytest.raises(LookupError, match="no safety message for new_route"):
        cry(run, "new_route")


def test_a_cry_does_not_forget_where_the_parent_is(run: Any) -> None:
    assert cry(run, "danger_now", {"school": "ash-hill"}).slots["school"] == "ash-hill"


def test_what_only_leans_on_the_question_before_asks_nothing(run: Any) -> None:
    said = cry(run, "adult_crisis", {"last_topic": "transport"}, ranking={"transport": 0.9}, follows=True)
    assert said.kinds == ["safety"]
