"""Handing over: the line's true state in words and in the contract's message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import pytest

from casework.handoff import handoff_message, state_of, state_sentence
from casework.opening_hours import LOCAL, LineState


@dataclass(frozen=True)
class Times:
    weekdays: frozenset[int]
    opens: time
    closes: time


@dataclass(frozen=True)
class AdviceLine:
    council: str
    phone: str | None
    hours: tuple[Times, ...]
    closures: frozenset[date]


BATHNES = AdviceLine(
    "bathnes", "01225 394382", (Times(frozenset({0, 1, 2, 3}), time(10), time(15, 30)),), frozenset()
)
NO_HOURS = replace(BATHNES, hours=())
NO_PHONE = replace(BATHNES, phone=None)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=LOCAL)


@pytest.mark.parametrize(
    ("line", "moment", "said"),
    [
        (BATHNES, at(23, 11), "The line should be open now, until 3.30pm today."),
        (
            BATHNES,
            at(23, 15, 30),
            "The line is closed now. It should next open on Tuesday 24 November at 10am.",
        ),
        (BATHNES, at(27, 12), "The line is closed now. It should next open on Monday 30 November at 10am."),
        (
            BATHNES,
            at(24, 9, 59),
            "The line is closed now. It should next open on Tuesday 24 November at 10am.",
        ),
        (NO_HOURS, at(23, 11), ""),
        (NO_PHONE, at(23, 11), ""),
    ],
)
def test_the_state_is_said_as_it_is(line: AdviceLine, moment: datetime, said: str) -> None:
    assert state_sentence(line, state_of(line, moment)) == said


def test_a_line_that_does_not_open_soon_is_only_closed() -> None:
    assert state_sentence(BATHNES, LineState(False, None, None)) == "The line is closed now."


def test_closures_of_the_line_count() -> None:
    line = replace(BATHNES, closures=frozenset({date(2026, 11, 23)}))
    assert "Tuesday 24 November" in state_sentence(line, state_of(line, at(23, 11)))


def test_summer_time_is_told_in_local_time_whatever_zone_the_server_has() -> None:
    moment = datetime(2026, 7, 6, 9, 0, tzinfo=UTC)  # 10am in England
    assert state_of(BATHNES, moment).open_now


def test_the_message_of_an_open_line() -> None:
    assert handoff_message("asked", BATHNES, state_of(BATHNES, at(23, 11))) == {
        "kind": "handoff",
        "reason": "asked",
        "council": "bathnes",
        "line": "01225 394382",
        "open_now": True,
        "next_open": None,
    }


def test_the_message_of_a_shut_line_says_when_it_opens_with_its_offset() -> None:
    message = handoff_message("asked", BATHNES, state_of(BATHNES, at(23, 20)))
    assert (message["open_now"], message["next_open"]) == (False, "2026-11-24T10:00:00+00:00")
    summer = datetime(2026, 7, 5, 12, tzinfo=UTC)
    assert (
        handoff_message("asked", BATHNES, state_of(BATHNES, summer))["next_open"]
        == "2026-07-06T10:00:00+01:00"
    )


def test_without_a_number_the_message_has_none() -> None:
    message = handoff_message("asked", NO_PHONE, None)
    assert (message["council"], message["line"], message["open_now"]) == ("bathnes", None, False)


def test_without_an_area_the_message_has_no_council_and_no_line() -> None:
    assert handoff_message("no_answer", None, None) == {
        "kind": "handoff",
        "reason": "no_answer",
        "council": None,
        "line": None,
        "open_now": False,
        "next_open": None,
    }
