"""The safe reply, from the real knowledge base and from none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from gateway.safe_reply import KEPT, KEPT_WITHOUT_KB, LAST_RESORT, SafeReplies
from kb import queries

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ROUTES = ["danger_now", "adult_crisis", "child_concern"]


def words(messages: list[dict[str, Any]]) -> str:
    return "\n".join(message["text"] for message in messages if "text" in message)


def customs(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [message["custom"] for message in messages if "custom" in message]


def phones(kb: sessionmaker[Session]) -> dict[str, str]:
    with kb() as session:
        lines = {
            name: queries.council(session, name).advice_line for name, _ in queries.council_names(session)
        }
    return {name: line.phone for name, line in lines.items() if line.phone}


def test_the_question_is_kept_and_a_person_named(kb: sessionmaker[Session]) -> None:
    messages = SafeReplies(kb).reply(None, None, MONDAY_NOON)
    assert words(messages).startswith(KEPT)
    assert customs(messages) == [
        {
            "kind": "handoff",
            "reason": "bot_failed",
            "council": None,
            "line": None,
            "open_now": False,
            "next_open": None,
        }
    ]


def test_the_areas_own_line_is_given_and_no_others(kb: sessionmaker[Session]) -> None:
    numbers = phones(kb)
    assert numbers
    with kb() as session:
        names = [name for name, _ in queries.council_names(session)]
    for council in names:
        messages = SafeReplies(kb).reply(council, None, MONDAY_NOON)
        assert customs(messages)[0]["line"] == numbers.get(council)
        given = {name for name, number in numbers.items() if number in words(messages)}
        assert given == {council} & set(numbers)


@pytest.mark.parametrize("council", [None, "atlantis", "", "elsewhere"])
def test_without_an_area_no_areas_number_is_given(kb: sessionmaker[Session], council: str | None) -> None:
    said = words(SafeReplies(kb).reply(council, None, MONDAY_NOON))
    assert not [number for number in phones(kb).values() if number in said]
    assert "SENDIASS" in said


@pytest.mark.parametrize(
    ("moment", "open_now", "said"),
    [
        (MONDAY_NOON, True, "should be open now, until 3pm"),
        (SUNDAY, False, "next open on Monday 23 November"),
    ],
)
def test_the_lines_true_state_is_told(
    kb: sessionmaker[Session], moment: datetime, open_now: bool, said: str
) -> None:
    messages = SafeReplies(kb).reply("bathnes", None, moment)
    assert said in words(messages)
    assert customs(messages)[0]["open_now"] is open_now


@pytest.mark.parametrize("route", ROUTES)
def test_a_cry_for_help_comes_first(kb: sessionmaker[Session], route: str) -> None:
    urgent, custom, kept, handoff = SafeReplies(kb).reply("bathnes", route, MONDAY_NOON)
    assert custom["custom"] == {"kind": "safety", "route": route}
    assert "{{" not in urgent["text"]
    assert kept["text"].startswith(KEPT)
    assert handoff["custom"]["kind"] == "handoff"


def test_danger_names_the_emergency_number(kb: sessionmaker[Session]) -> None:
    assert "999" in SafeReplies(kb).reply(None, "danger_now", MONDAY_NOON)[0]["text"]


@pytest.mark.parametrize("route", ROUTES)
def test_without_a_knowledge_base_a_cry_still_gets_numbers_to_ring(
    no_kb: sessionmaker[Session], route: str
) -> None:
    messages = SafeReplies(no_kb).reply("bathnes", route, MONDAY_NOON)
    assert [message.get("text") for message in messages] == [LAST_RESORT, None, KEPT_WITHOUT_KB, None]
    assert customs(messages)[0] == {"kind": "safety", "route": route}
    for number in ("999", "111", "116 123"):
        assert number in messages[0]["text"]


def test_without_a_knowledge_base_nobody_is_promised(no_kb: sessionmaker[Session]) -> None:
    said = words(SafeReplies(no_kb).reply("bathnes", None, MONDAY_NOON))
    assert (
        said
        == "I have kept your question, but I cannot answer it just now. Please try again in a few minutes."
    )


def test_a_route_without_a_message_still_gets_numbers_to_ring(kb: sessionmaker[Session]) -> None:
    assert SafeReplies(kb).reply(None, "new_route", MONDAY_NOON)[0]["text"] == LAST_RESORT


def test_a_reply_without_a_safety_message_gets_one_in_front(kb: sessionmaker[Session]) -> None:
    answer = [{"text": "An answer."}, {"custom": {"kind": "answer"}}]
    messages = SafeReplies(kb).safety_first(answer, "adult_crisis")
    assert messages[2:] == answer
    assert messages[1]["custom"] == {"kind": "safety", "route": "adult_crisis"}


def test_a_reply_with_a_safety_message_is_left_alone(kb: sessionmaker[Session]) -> None:
    answer = [{"text": "Ring 999.", "custom": {"kind": "safety", "route": "danger_now"}}, {"text": "More."}]
    assert SafeReplies(kb).safety_first(answer, "danger_now") == answer
