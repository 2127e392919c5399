"""Which answers stand on a sheet: the newest on each topic that holds here, whatever else a reply holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import Status, Turn
from gateway.sheet_answers import MOST, Told, school_of, told
from kb import queries

SIX_WEEKS = "ehc_timescale/decision-in-6-weeks"
BAWTRY = "bawtry-mayflower"


def turn(*customs: Any) -> Turn:
    reply = [{"text": "Words.", "custom": custom} for custom in customs]
    return Turn(1, "client-1", "typed", None, (), None, Status.ANSWERED, reply)


def answer(answer_id: str, topic: str = "", **other: Any) -> dict[str, Any]:
    topic = topic or answer_id.split("/")[0]
    return {
        "kind": "answer",
        "topic": topic,
        "answer": answer_id,
        "council": "bathnes",
        "school": None,
        **other,
    }


@pytest.fixture
def read(kb: sessionmaker[Session]) -> Any:
    def read_turns(*turns: Turn, council: str = "bathnes", school: str = "") -> list[Told]:
        with kb() as session:
            topics = queries.meetings(session)
            there = queries.school(session, school) if school else None
            return told(session, list(turns), topics, queries.council(session, council), there)

    return read_turns


def ids(found: list[Told]) -> list[str | None]:
    return [one.answer.id if one.answer else None for one in found]


def test_the_newest_answer_of_each_topic_is_kept_in_the_order_asked(read: Any) -> None:
    late, senco = "ehc_timescale/council-late", "senco_role/what-senco-does"
    assert ids(read(turn(answer(SIX_WEEKS)), turn(answer(late)), turn(answer(senco)))) == [late, senco]
    assert ids(read(turn(answer(SIX_WEEKS)), turn(answer(senco)), turn(answer(late)))) == [senco, late]


def test_of_many_topics_the_last_eight_are_kept(read: Any, kb: sessionmaker[Session]) -> None:
    with kb() as session:
        topics = list(queries.meetings(session))[: MOST + 3]
    found = read(turn(*(answer(f"{topic}/x") for topic in topics)))
    assert [one.topic for one in found] == topics[3:]


def test_a_topic_nobody_meets_about_is_left_out(read: Any) -> None:
    assert read(turn(answer("benefits_money/what-can-we-get"), answer("glossary/sen"))) == []


def test_an_answer_of_another_council_or_school_is_not_shown(read: Any) -> None:
    away = answer("ehc_request_how/bathnes-where")
    assert ids(read(turn(away))) == ["ehc_request_how/bathnes-where"]
    assert ids(read(turn(away), council="doncaster")) == [None]
    at_school = answer(f"senco_role/at-{BAWTRY}")
    assert ids(read(turn(at_school), school=BAWTRY)) == [f"senco_role/at-{BAWTRY}"]
    assert ids(read(turn(at_school), school="ash-hill")) == [None]
    assert ids(read(turn(answer("ehc_request_how/how-to-ask"), away), council="doncaster")) == [
        "ehc_request_how/how-to-ask"
    ]


def test_dates_are_kept_when_the_topic_is_asked_again(read: Any) -> None:
    dates = [{"id": "request/decision", "on": "2027-01-09", "whose": "council"}]
    counted = answer("clock/request", "ehc_timescale", dates=dates)
    (found,) = read(turn(counted), turn(answer(SIX_WEEKS)))
    assert (found.answer and found.answer.id, found.dates) == (
        SIX_WEEKS,
        {"request/decision": date(2027, 1, 9)},
    )


@pytest.mark.parametrize(
    "change",
    [
        {"answer": None},
        {"answer": 7},
        {"answer": "ehc_timescale/of-an-older-release"},
        {"answer": "\ud800/\x00"},
        {"answer": "senco_role/what-senco-does"},
        {"answer": "x/" + "y" * 9999},
        {"dates": 5},
        {
            "dates": [
                None,
                {},
                {"id": []},
                {"id": "request/decision", "on": "soon"},
                {"id": "no", "on": "2027-01-09"},
            ]
        },
        {"dates": [{"id": "request/decision", "on": 3}]},
    ],
)
def test_what_cannot_be_read_is_passed_over(read: Any, change: dict[str, Any]) -> None:
    (found,) = read(turn({**answer(SIX_WEEKS), **change}))
    assert (ids([found]), found.dates) == ([SIX_WEEKS if "dates" in change else None], {})


@pytest.mark.parametrize(
    "custom", [None, {}, {"kind": "answer"}, {"kind": "answer", "topic": ["x"]}, {"kind": []}]
)
def test_a_reply_without_a_topic_gives_nothing(read: Any, custom: Any) -> None:
    assert read(turn(custom), Turn(2, "client-2", "t", None, (), None, Status.RECEIVED, None)) == []


@pytest.mark.parametrize(
    ("customs", "school"),
    [
        ([answer(SIX_WEEKS, school="ash-hill"), answer(SIX_WEEKS, school=BAWTRY)], BAWTRY),
        ([answer(SIX_WEEKS, school=BAWTRY), answer(SIX_WEEKS)], None),
        ([answer(SIX_WEEKS, school=BAWTRY, council="doncaster")], None),
        ([answer(SIX_WEEKS, school="gone")], None),
        ([answer(SIX_WEEKS, school=["x"])], None),
        ([{"kind": "answer"}], None),
        ([], None),
    ],
)
def test_the_school_is_that_of_the_newest_answer_in_this_area(
    kb: sessionmaker[Session], customs: list[Any], school: str | None
) -> None:
    with kb() as session:
        found = school_of(session, [turn(*customs)], "bathnes")
    assert (found.id if found else None) == school
