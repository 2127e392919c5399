"""Odd days get a kind question."""

from __future__ import annotations

from datetime import date

import pytest

from deadlines.checks import check_event_day
from deadlines.events import Event, question, title

TODAY = date(2026, 11, 28)
PAST = [event for event in Event if event not in (Event.REVIEW, Event.TRANSFER)]


@pytest.mark.parametrize("event", Event)
def test_today_is_a_good_day(event: Event) -> None:
    assert check_event_day(event, TODAY, TODAY) is None


@pytest.mark.parametrize("event", PAST)
def test_a_past_event_has_not_come_yet_tomorrow(event: Event) -> None:
    found = check_event_day(event, date(2026, 11, 29), TODAY)
    assert found is not None
    assert "has not come yet: 29 November 2026" in found


@pytest.mark.parametrize("event", [Event.REVIEW, Event.TRANSFER])
def test_a_review_and_a_move_may_be_planned(event: Event) -> None:
    assert check_event_day(event, date(2027, 9, 1), TODAY) is None
    assert check_event_day(event, date(2028, 11, 28), TODAY) is None
    found = check_event_day(event, date(2028, 11, 29), TODAY)
    assert found is not None
    assert "2 years away" in found


@pytest.mark.parametrize("event", Event)
def test_more_than_2_years_ago_asks_for_the_year(event: Event) -> None:
    assert check_event_day(event, date(2024, 11, 28), TODAY) is None
    found = check_event_day(event, date(2024, 11, 27), TODAY)
    assert found is not None
    assert "check the year" in found


def test_2_years_before_29_february_end_on_28_february() -> None:
    assert check_event_day(Event.DRAFT, date(2026, 2, 28), date(2028, 2, 29)) is None
    assert check_event_day(Event.DRAFT, date(2026, 2, 27), date(2028, 2, 29)) is not None


def test_a_certificate_is_not_older_than_the_letter() -> None:
    letter = date(2026, 10, 3)
    assert check_event_day(Event.CERTIFICATE, letter, TODAY, decision=letter) is None
    found = check_event_day(Event.CERTIFICATE, date(2026, 10, 2), TODAY, decision=letter)
    assert found is not None
    assert "2 October 2026" in found
    assert "3 October 2026" in found


@pytest.mark.parametrize("event", Event)
def test_every_event_has_a_short_title_and_a_question(event: Event) -> None:
    assert 0 < len(title(event)) <= 40
    assert "?" in question(event)
