"""Which advice lines take cards, and what a parent is told about them at each moment."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session, sessionmaker

from gateway.card_lines import PROMISE, CardLines
from gateway.problems import Refused
from kb import queries

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def lines(kb: sessionmaker[Session]) -> CardLines:
    return CardLines(kb)


def test_only_lines_with_a_number_take_cards(lines: CardLines, kb: sessionmaker[Session]) -> None:
    assert [(line.council, line.area) for line in lines.receivers(SUNDAY)] == [
        ("bathnes", "Bath & North East Somerset")
    ]
    with kb() as session:
        for council_id, _ in queries.council_names(session):
            line = lines.line(council_id, SUNDAY)
            assert line
            assert line.takes_cards == (council_id == "bathnes")


def test_an_open_line_is_said_to_be_open_and_until_when(lines: CardLines) -> None:
    line = lines.line("bathnes", MONDAY_NOON)
    assert line
    assert (line.open_now, line.next_open) == (True, None)
    assert line.promise == (
        f"{PROMISE} If it is urgent, ring 01225 394382. The line should be open now, until 3pm today."
    )


def test_a_closed_line_is_said_to_be_closed_and_until_when(lines: CardLines) -> None:
    line = lines.line("bathnes", SUNDAY)
    assert line
    assert line.next_open
    assert line.next_open.isoformat() == "2026-11-23T10:00:00+00:00"
    assert line.promise.endswith("It should next open on Monday 23 November at 10am.")


def test_where_no_card_can_go_the_way_to_the_line_is_said_and_no_number_made_up(lines: CardLines) -> None:
    line = lines.line("doncaster", SUNDAY)
    assert line
    assert line.no_cards.startswith("We cannot pass a card on in Doncaster yet. Doncaster SENDIAS")
    assert "I will not guess one" in line.no_cards
    assert "councilfordisabledchildren.org.uk" in line.no_cards
    assert "01225" not in line.no_cards


def test_for_an_area_that_we_do_not_hold_the_list_of_lines_is_named(lines: CardLines) -> None:
    assert lines.elsewhere().startswith("We cannot pass a card on in your area yet. Each council area has")
    assert "councilfordisabledchildren.org.uk" in lines.elsewhere()


@pytest.mark.parametrize("council", ["atlantis", "", "\x00", "\ud800", "x" * 9999])
def test_an_unknown_council_has_no_line(lines: CardLines, council: str) -> None:
    assert lines.line(council, SUNDAY) is None


def test_without_the_knowledge_base_no_card_is_taken(no_kb: sessionmaker[Session]) -> None:
    for ask in (
        lambda: CardLines(no_kb).line("bathnes", SUNDAY),
        lambda: CardLines(no_kb).receivers(SUNDAY),
        lambda: CardLines(no_kb).elsewhere(),
    ):
        with pytest.raises(Refused) as refused:
            ask()
        assert (refused.value.code, refused.value.status) == ("cannot_now", 503)


def test_nothing_is_promised_that_we_cannot_keep(lines: CardLines) -> None:
    for moment in (SUNDAY, MONDAY_NOON):
        line = lines.line("bathnes", moment)
        assert line
        said = line.promise.lower()
        assert not any(
            word in said for word in ("connect", "will call", "soon", "within", "shortly", "hours")
        )
