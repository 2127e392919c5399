"""The advice line that a page always shows: of this area only, and none rather than a wrong one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import Conversation, Turn
from casework.models import Status
from gateway.area_lines import AreaLines
from gateway.card_lines import CardLines

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def lines(kb: sessionmaker[Session]) -> AreaLines:
    return AreaLines(CardLines(kb), lambda: SUNDAY)


def turn(**custom: Any) -> Turn:
    return Turn(1, "client-id", "asked", None, (), None, Status.ANSWERED, [{"text": "a", "custom": custom}])


def test_the_line_of_the_page_s_council_until_the_parent_says_otherwise(lines: AreaLines) -> None:
    line = lines.of(Conversation("id", "bathnes"), [])
    assert line == {
        "area": "Bath & North East Somerset",
        "name": line and line["name"],
        "phone": "01225 394382",
        "state": "The line is closed now. It should next open on Monday 23 November at 10am.",
        "open_now": False,
    }


@pytest.mark.parametrize("council", ["blackburn", "stockton", "doncaster", None])
def test_a_parent_who_lives_elsewhere_never_sees_the_page_s_line(
    lines: AreaLines, council: str | None
) -> None:
    turns = [turn(kind="answer", council=council)]
    assert lines.of(Conversation("id", "bathnes"), turns) is None


@pytest.mark.parametrize("council", [None, "", "atlantis", "\ud800"])
def test_no_area_no_line(lines: AreaLines, council: str | None) -> None:
    assert lines.of(Conversation("id", council), []) is None


def test_while_the_knowledge_base_is_away_there_is_no_line(no_kb: sessionmaker[Session]) -> None:
    assert AreaLines(CardLines(no_kb), lambda: SUNDAY).of(Conversation("id", "bathnes"), []) is None
