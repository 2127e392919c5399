"""Handing over: this area's line and no other, its true state, and never a promise to connect."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.advice_line import ActionAdviceLine
from actions.handoff import OPENING, ActionHandoff
from actions.not_helped import ActionNotHelped
from kb import queries

ACTIONS = [ActionHandoff, ActionAdviceLine, ActionNotHelped]
SATURDAY = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHRISTMAS = datetime(2028, 12, 25, 12, tzinfo=UTC)


@pytest.fixture
def phones(session: Session) -> dict[str, str | None]:
    names = [name for name, _ in queries.council_names(session)]
    return {name: queries.council(session, name).advice_line.phone for name in names}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("council", ["bathnes", "blackburn", "doncaster", "stockton"])
def test_only_this_areas_number_is_given(run: Any, phones: Any, action: Any, council: str) -> None:
    said = run(action, {"council": council}, intent="human_handoff")
    given = {name for name, phone in phones.items() if phone and phone in said.text}
    assert given == ({council} if phones[council] else set())
    (handoff,) = [custom for custom in said.customs if custom["kind"] == "handoff"]
    assert (handoff["council"], handoff["line"]) == (council, phones[council])


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("slots", [{}, {"council": "elsewhere"}, {"council": "atlantis"}])
def test_without_a_known_area_no_areas_number_is_given(
    run: Any, phones: Any, action: Any, slots: dict[str, str]
) -> None:
    said = run(action, slots, intent="human_handoff")
    assert not [phone for phone in phones.values() if phone and phone in said.text]
    assert "SENDIASS" in said.text


@pytest.mark.parametrize("action", ACTIONS)
def test_a_parent_whose_area_is_not_known_is_asked_for_it_once(
    run: Any, session: Session, action: Any
) -> None:
    said = run(action, intent="human_handoff")
    assert said.customs[-1]["kind"] == "ask_area"
    offered = [f'/inform{{"council": "{name}"}}' for name, _ in queries.council_names(session)]
    assert said.payloads == [*offered, '/inform{"council": "elsewhere"}']
    assert said.slots["pending"] == ("advice_line_contact" if action is ActionAdviceLine else "human_handoff")


@pytest.mark.parametrize("action", ACTIONS)
def test_a_parent_who_lives_elsewhere_is_not_asked_again(run: Any, action: Any) -> None:
    said = run(action, {"council": "elsewhere"}, intent="human_handoff")
    assert "ask_area" not in said.kinds
    assert said.slots["pending"] is None


@pytest.mark.parametrize("action", ACTIONS)
def test_a_line_chosen_by_the_school_says_why(run: Any, action: Any) -> None:
    assumed = run(action, {"school": "ash-hill"}, intent="human_handoff")
    told = run(action, {"school": "ash-hill", "council": "doncaster"}, intent="human_handoff")
    assert "because Ash Hill Academy is in Doncaster" in assumed.text
    assert "because Ash Hill Academy" not in told.text


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    ("at", "open_now", "said_so"),
    [
        (datetime(2026, 11, 23, 9, 59, tzinfo=UTC), False, "next open on Monday 23 November at 10am"),
        (datetime(2026, 11, 23, 10, 0, tzinfo=UTC), True, "open now, until 3pm today"),
        (datetime(2026, 11, 23, 15, 0, tzinfo=UTC), False, "next open on Tuesday 24 November at 10am"),
        (datetime(2026, 6, 22, 9, 30, tzinfo=UTC), True, "open now, until 3pm today"),
        (SATURDAY, False, "next open on Monday 23 November at 10am"),
        (CHRISTMAS, False, "next open on Wednesday 27 December at 10am"),
    ],
)
def test_the_line_is_open_or_shut_in_truth(
    run: Any, action: Any, at: datetime, open_now: bool, said_so: str
) -> None:
    said = run(action, {"council": "bathnes"}, at=at, intent="human_handoff")
    (handoff,) = [custom for custom in said.customs if custom["kind"] == "handoff"]
    assert handoff["open_now"] is open_now
    assert (handoff["next_open"] is None) is open_now
    assert said_so in said.text


@pytest.mark.parametrize(
    ("action", "intent", "reason"),
    [
        (ActionHandoff, "human_handoff", "asked"),
        (ActionNotHelped, "feedback_bad", "not_helped"),
        (ActionAdviceLine, "advice_line_contact", "asked"),
    ],
)
def test_the_reason_is_told_to_programs_and_people(run: Any, action: Any, intent: str, reason: str) -> None:
    said = run(action, {"council": "bathnes"}, intent=intent)
    assert [custom["reason"] for custom in said.customs if custom["kind"] == "handoff"] == [reason]
    if action is not ActionAdviceLine:
        assert said.text.startswith(OPENING[reason][0])


@pytest.mark.parametrize("opening", [words for variants in OPENING.values() for words in variants])
def test_nobody_is_promised_to_be_connected(opening: str) -> None:
    for promise in ("connecting", "transferring", "putting you through", "someone will"):
        assert promise not in opening.lower()


def test_a_handoff_offers_no_button_for_another_handoff(run: Any) -> None:
    assert run(ActionHandoff, {"council": "bathnes"}, intent="human_handoff").payloads == []


def test_a_question_about_the_line_gets_its_own_answer(run: Any) -> None:
    scores = {"advice_line_contact/not-the-council": 0.9}
    said = run(ActionAdviceLine, {"council": "bathnes"}, intent="advice_line_contact", scores=scores)
    assert said.answers == ["advice_line_contact/not-the-council"]
    assert said.kinds == ["answer", "handoff"]


def test_the_same_handing_over_twice_in_a_row_begins_with_other_words(run: Any) -> None:
    first = run(ActionHandoff, {"council": "bathnes"}, intent="human_handoff")
    again = run(ActionHandoff, {"council": "bathnes"}, intent="human_handoff", before=[first.text])
    assert first.text.startswith(OPENING["asked"][0])
    assert again.text.startswith(OPENING["asked"][1])


@pytest.mark.parametrize(("council", "offered"), [("bathnes", True), ("doncaster", False)])
def test_a_call_back_is_offered_where_cards_can_be_taken(run: Any, council: str, offered: bool) -> None:
    (custom,) = run(ActionHandoff, {"council": council}, intent="human_handoff").customs
    assert bool(custom.get("links")) is offered


def test_a_question_about_handing_over_gets_its_own_answer(run: Any) -> None:
    scores = {"human_handoff/will-someone-call": 0.8}
    said = run(ActionHandoff, {"council": "bathnes"}, intent="human_handoff", scores=scores)
    assert said.answers == ["human_handoff/will-someone-call"]
