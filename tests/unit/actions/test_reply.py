"""The reply contract on the wire: what every answer carries, its cautions, and its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session

from actions.answer import ActionAnswer
from actions.area import settle_area
from actions.reply import PERSON_BUTTON, Reply
from actions.turn import Turn
from kb import queries
from kb.duties import BELIEVED
from kb.records import Answer

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOPICS = ["ehc_timescale", "senco_role", "funding", "what_is_sen_support", "ehc_refused_appeal"]
PLACES = [{}, {"school": "ash-hill"}, {"school": "bawtry-mayflower"}, {"council": "bathnes"}]
BUTTON = {"title": "Go on", "payload": "/affirm"}


@pytest.fixture
def make_reply(session: Session, make_turn: Callable[..., Turn]) -> Callable[..., Reply]:
    def made(at: datetime = NOON, **slots: Any) -> Reply:
        return Reply(CollectingDispatcher(), session, settle_area(make_turn(slots=slots), session), at)

    return made


@pytest.fixture
def answer(session: Session) -> Answer:
    return next(a for a in queries.answers(session, "senco_role", None, None, None) if a.references)


def said(reply: Reply) -> str:
    return reply.dispatcher.messages[0]["text"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_answer_carries_what_the_contract_asks(
    run: Any, session: Session, topic: str, place: dict[str, str]
) -> None:
    reply = run(ActionAnswer, place, intent=topic)
    custom = reply.customs[0]
    assert set(custom) == {"kind", "topic", "answer", "council", "school", "duty", "sources", "release"}
    assert (custom["kind"], custom["topic"]) == ("answer", topic)
    assert queries.answer(session, custom["answer"])
    assert custom["school"] == place.get("school")
    assert custom["council"] == (place.get("council") or ("doncaster" if "school" in place else None))
    assert custom["duty"] in ("must", "should", "local", "info")
    assert custom["release"] == queries.release(session)
    for source in custom["sources"]:
        assert set(source) == {"title", "paragraph", "url", "checked_on"}
        assert datetime.fromisoformat(source["checked_on"])
    assert "{{" not in reply.text
    assert "Last checked" in reply.text


@pytest.mark.parametrize("topic", TOPICS)
def test_every_button_of_an_answer_leads_to_an_answer(run: Any, session: Session, topic: str) -> None:
    reply = run(ActionAnswer, intent=topic)
    assert reply.payloads
    for payload in set(reply.payloads) - {"/human_handoff", "/clock", "/letter"}:
        if payload.startswith("/inform"):
            continue
        intent, _, entities = payload.removeprefix("/").partition("{")
        name = entities.removeprefix('"answer": "').removesuffix('"}')
        assert queries.answer(session, f"{intent}/{name}")


def test_an_answer_past_its_review_is_given_with_the_day_it_was_checked(
    make_reply: Any, answer: Answer
) -> None:
    day = datetime.combine(answer.review_by, NOON.timetz())
    fresh, old = make_reply(at=day.replace(year=day.year - 1)), make_reply(at=day)
    for reply in (fresh, old):
        reply.answer(answer, "senco_role")
    assert "This was last checked on 21 November 2026. Please confirm it." not in said(fresh)
    assert "This was last checked on 21 November 2026. Please confirm it." in said(old)


@pytest.mark.parametrize(
    ("verified", "cautioned"), [(["believed"], True), (["read"], False), (["believed", "read"], False)]
)
def test_an_answer_that_rests_on_nothing_read_says_so(
    make_reply: Any, answer: Answer, verified: list[str], cautioned: bool
) -> None:
    references = tuple(replace(answer.references[0], verified=how) for how in verified)
    reply = make_reply()
    reply.answer(replace(answer, references=references), "senco_role")
    assert (BELIEVED in said(reply)) is cautioned


@pytest.mark.parametrize(
    ("slots", "council", "cautioned"),
    [
        ({"school": "ash-hill"}, "doncaster", True),
        ({"school": "ash-hill"}, None, False),
        ({"school": "ash-hill", "council": "doncaster"}, "doncaster", False),
    ],
)
def test_a_local_answer_for_an_assumed_council_says_so(
    make_reply: Any, answer: Answer, slots: dict[str, str], council: str | None, cautioned: bool
) -> None:
    reply = make_reply(**slots)
    reply.answer(replace(answer, council=council), "senco_role")
    assert ("I think you live in the area of Doncaster" in said(reply)) is cautioned


@pytest.mark.parametrize(
    ("token", "cautioned"), [("council.send_team", True), ("council.name", True), ("school.name", False)]
)
def test_a_councils_own_details_say_when_the_council_is_assumed(
    make_reply: Any, answer: Answer, token: str, cautioned: bool
) -> None:
    reply = make_reply(school="ash-hill")
    reply.answer(replace(answer, text=f"Ask {{{{{token}}}}}."), "senco_role")
    assert ("I think you live in the area of Doncaster" in said(reply)) is cautioned


def test_words_after_the_answer_stand_before_its_sources(make_reply: Any, answer: Answer) -> None:
    reply = make_reply()
    reply.answer(answer, "senco_role", after="Last.")
    text = said(reply)
    assert 0 < text.index("Last.") < text.index("Where this comes from")


@pytest.mark.parametrize(("handoff", "offered"), [("never", False), ("offer", True), ("now", True)])
def test_a_person_is_offered_unless_the_answer_needs_none(
    make_reply: Any, answer: Answer, handoff: str, offered: bool
) -> None:
    reply = make_reply()
    reply.answer(replace(answer, handoff=handoff, next_ids=()), "senco_role")
    assert (PERSON_BUTTON in reply.buttons) is offered


def test_a_next_answer_that_is_gone_is_not_offered(make_reply: Any, answer: Answer) -> None:
    reply = make_reply()
    reply.answer(replace(answer, handoff="never", next_ids=("senco_role/gone",)), "senco_role")
    assert reply.buttons == []


def test_buttons_stand_once_under_the_last_words(make_reply: Any) -> None:
    reply = make_reply()
    reply.say("One.")
    reply.say("Two.")
    reply.dispatcher.utter_message(json_message={"kind": "handoff"})
    reply.buttons = [BUTTON, PERSON_BUTTON, BUTTON]
    reply.send()
    assert [message.get("buttons") for message in reply.dispatcher.messages] == [
        [],
        [BUTTON, PERSON_BUTTON],
        [],
    ]


def test_buttons_without_words_are_not_sent(make_reply: Any) -> None:
    reply = make_reply()
    reply.buttons = [BUTTON]
    reply.send()
    assert reply.dispatcher.messages == []


def test_the_lines_state_is_known_only_with_a_council(make_reply: Any) -> None:
    assert make_reply().line_state is None
    assert make_reply(council="bathnes").line_state.open_now
    assert not make_reply(at=NOON.replace(hour=20), council="bathnes").line_state.open_now
