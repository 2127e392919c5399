"""Dates: asked for one thing at a time, counted by the law, handed over when they are near."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.clock import ActionClock
from actions.told import ActionTold

# The tests' day is Monday 23 November 2026.
ASKED_ON = "2026-11-02"


def test_a_button_asks_what_happened_and_then_when(run: Any) -> None:
    first = run(ActionClock, intent="clock", text="/clock")
    assert first.kinds == ["ask_event"]
    second = run(ActionClock, first.slots, intent="clock", text="/clock", entities={"event": "request"})
    assert second.kinds == ["ask_date"]
    third = run(ActionTold, second.slots, intent="told", text="2 november")
    assert third.answers == ["clock/request"]
    dates = {date["id"]: date["on"] for date in third.customs[0]["dates"]}
    assert {"2026-12-14", "2027-02-22", "2027-03-22"} <= set(dates.values())
    assert third.slots["waiting"] is None


def test_every_rule_is_printed_with_its_source_and_a_calendar(run: Any) -> None:
    slots = {"waiting": {"for": "clock", "event": "request"}}
    said = run(ActionTold, slots, intent="told", text="2/11/2026")
    assert "6 weeks" in said.text
    assert "20 weeks" in said.text
    assert said.customs[0]["sources"]
    assert said.customs[0]["links"][0]["href"] == f"/dates.ics?event=request&day={ASKED_ON}"


@pytest.mark.parametrize(
    ("text", "intent", "event"),
    [
        (
            "I asked the council for an assessment on 2 November, when must they decide",
            "ehc_timescale",
            "request",
        ),
        (
            "they refused to assess, letter dated 2 november, how long have I got",
            "ehc_refused_appeal",
            "decision",
        ),
        ("the draft came on 9 november 2026 how long do I have", "ehc_timescale", "draft"),
        ("review meeting was 2/11/26 when do they have to tell me", "ehc_annual_review", "review"),
    ],
)
def test_a_date_beside_the_question_is_counted_at_once(run: Any, text: str, intent: str, event: str) -> None:
    assert run(ActionAnswer, intent=intent, text=text).answers == [f"clock/{event}"]


@pytest.mark.parametrize(
    "text", ["how long does the council have to decide", "it has been 20 weeks and nothing"]
)
def test_a_question_without_a_date_gets_the_answer_and_the_offer(run: Any, text: str) -> None:
    said = run(ActionAnswer, intent="ehc_timescale", text=text)
    assert said.answers[0].startswith("ehc_timescale/")
    assert "/clock" in said.payloads


def test_a_date_that_does_not_exist_is_asked_again_and_nothing_is_lost(run: Any) -> None:
    slots = {"waiting": {"for": "clock", "event": "request"}}
    said = run(ActionTold, slots, intent="told", text="31 february 2026")
    assert said.kinds == ["ask_date"]
    assert said.slots["waiting"] == {"for": "clock", "event": "request"}


def test_a_past_event_cannot_lie_ahead(run: Any) -> None:
    slots = {"waiting": {"for": "clock", "event": "decision"}}
    said = run(ActionTold, slots, intent="told", text="24 december 2026")
    assert said.kinds == ["ask_date"]
    assert "not come yet" in said.text


@pytest.mark.parametrize(
    ("day", "near"), [("30 september 2026", True), ("20 september 2026", True), ("20 november 2026", False)]
)
def test_a_near_or_past_deadline_hands_over(run: Any, day: str, near: bool) -> None:
    slots = {"council": "bathnes", "waiting": {"for": "clock", "event": "decision"}}
    said = run(ActionTold, slots, intent="told", text=day)
    assert ("handoff" in said.kinds) is near


def test_a_certificate_needs_both_dates_and_the_later_one_counts(run: Any) -> None:
    slots = {"council": "bathnes", "waiting": {"for": "clock", "event": "certificate"}}
    first = run(ActionTold, slots, intent="told", text="16 november")
    assert first.kinds == ["ask_date"]
    second = run(ActionTold, first.slots, intent="told", text="1 october")
    assert second.answers == ["clock/certificate"]
    # 2 months from the letter is 1 December, 1 month from the certificate 16 December 2026.
    assert "16 December 2026" in second.text


def test_a_question_in_between_is_answered_and_the_dates_are_offered_again(run: Any) -> None:
    slots = {"waiting": {"for": "clock", "event": "request"}}
    said = run(ActionAnswer, slots, intent="funding", text="who pays for it?")
    assert said.answers[0].startswith("funding/")
    assert "/clock" in said.payloads
    assert said.slots["waiting"] == slots["waiting"]


def test_a_date_told_before_the_certificate_is_named_is_the_certificates(run: Any) -> None:
    slots = {"waiting": {"for": "clock", "day": "2026-11-16"}}
    first = run(ActionClock, slots, intent="clock", text="/clock", entities={"event": "certificate"})
    assert first.kinds == ["ask_date"]
    assert "decision letter" in first.text
    second = run(ActionTold, first.slots, intent="told", text="1 october")
    assert "16 December 2026" in second.text


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("provision_not_delivered", "we had a meeting on 3 november and still no TA like his plan says"),
        ("ehc_timescale", "is it still 20 weeks today"),
        ("ehc_timescale", "school said on monday they will think about it"),
        ("transition", "he starts on 1 september 2027, who do I talk to"),
    ],
)
def test_a_date_of_something_else_is_not_counted_from(run: Any, intent: str, text: str) -> None:
    assert not [
        name for name in run(ActionAnswer, intent=intent, text=text).answers if name.startswith("clock/")
    ]


def test_what_holds_for_two_dates_is_said_once(run: Any) -> None:
    slots = {"waiting": {"for": "clock", "event": "decision"}}
    said = run(ActionTold, slots, intent="told", text="20 october 2026")
    assert said.text.count("It falls on a Sunday.") == 1
    assert "a judge may allow a late appeal" in said.text
