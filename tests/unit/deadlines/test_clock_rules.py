"""What a deadline says besides its day, and what holds for all days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.clock import deadlines
from deadlines.deadline import Deadline
from deadlines.events import Event

LAW = Path(__file__).parents[3] / "kb" / "content" / "law"
DAYS = st.dates(date(2015, 1, 1), date(2060, 1, 1))
SIMPLE = [event for event in Event if event is not Event.CERTIFICATE]
COUNTED = [event for event in SIMPLE if event is not Event.TRANSFER]


def every_kind() -> list[Deadline]:
    day = date(2026, 3, 2)
    return [one for event in Event for one in deadlines(event, day, decision=day)]


def test_every_source_is_a_law_of_the_knowledge_base() -> None:
    files = [path.read_text(encoding="utf-8") for path in sorted(LAW.glob("*.yml"))]
    known = {name for text in files for name in re.findall(r"^  - id: (\S+)$", text, re.M)}
    named = {name for one in every_kind() for name in one.source}
    assert named
    assert named <= known


def test_every_deadline_has_a_source_a_rule_and_a_name_of_its_own() -> None:
    found = every_kind()
    assert len({one.id for one in found}) == len(found) == 13
    assert all(one.source and one.rule.endswith(".") and one.title for one in found)


@pytest.mark.parametrize("event", Event)
def test_the_rule_prints_what_it_was_counted_from(event: Event) -> None:
    for one in deadlines(event, date(2026, 3, 2), decision=date(2026, 3, 2)):
        assert "2026" in one.rule


def test_parents_deadlines_are_their_own() -> None:
    parents = {one.id for one in every_kind() if one.whose == "parent"}
    assert parents == {
        "decision/mediation-adviser",
        "decision/appeal",
        "certificate/appeal",
        "draft/comments",
        "notice/comments",
    }


def test_a_request_names_the_summer_exception() -> None:
    for one in deadlines(Event.REQUEST, date(2026, 7, 1)):
        assert "closed for 4 weeks or more" in one.exceptions
        assert "weekends and holidays included" in one.rule


def test_an_appeal_says_whichever_is_later_and_that_a_late_one_may_be_allowed() -> None:
    appeal = deadlines(Event.DECISION, date(2026, 3, 2))[1]
    assert "whichever is later" in appeal.rule
    assert "a judge may allow a late appeal" in appeal.exceptions


def test_the_adviser_must_be_contacted_but_mediation_is_not_needed() -> None:
    adviser = deadlines(Event.DECISION, date(2026, 3, 2))[0]
    assert "you do not have to mediate" in adviser.exceptions
    assert "section I" in adviser.exceptions


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        (date(2026, 3, 2), "falls on a Saturday"),  # 2 May 2026
        (date(2026, 3, 3), "falls on a Sunday"),
        (date(2026, 3, 4), "falls on a bank holiday"),  # 4 May 2026, early May
    ],
)
def test_a_last_day_of_rest_does_not_move_but_is_warned_of(letter: date, words: str) -> None:
    for one in deadlines(Event.DECISION, letter):
        assert one.on == letter.replace(month=5)
        assert words in one.exceptions


def test_a_working_day_gets_no_warning() -> None:
    assert all("falls on" not in one.exceptions for one in deadlines(Event.DECISION, date(2026, 3, 5)))


def test_an_appeal_that_did_not_move_does_not_speak_of_moving() -> None:
    assert "moved" not in deadlines(Event.DECISION, date(2026, 3, 2))[1].rule


def test_a_certificate_without_the_decision_is_refused() -> None:
    with pytest.raises(ValueError, match="needs the date of the decision"):
        deadlines(Event.CERTIFICATE, date(2026, 3, 2))


def test_a_certificate_older_than_the_decision_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be older"):
        deadlines(Event.CERTIFICATE, date(2026, 3, 1), decision=date(2026, 3, 2))


@given(event=st.sampled_from(COUNTED), day=DAYS)
def test_no_deadline_is_before_its_event(event: Event, day: date) -> None:
    assert all(one.on > day for one in deadlines(event, day))


@given(event=st.sampled_from(SIMPLE), day=DAYS, more=st.integers(0, 400))
def test_a_later_event_never_has_an_earlier_deadline(event: Event, day: date, more: int) -> None:
    for first, second in zip(
        deadlines(event, day), deadlines(event, day + timedelta(days=more)), strict=True
    ):
        assert first.on <= second.on


@given(letter=DAYS, wait=st.integers(0, 400))
def test_a_certificate_never_shortens_the_time_to_appeal(letter: date, wait: int) -> None:
    without = deadlines(Event.DECISION, letter)[1]
    (appeal,) = deadlines(Event.CERTIFICATE, letter + timedelta(days=wait), decision=letter)
    assert appeal.on >= without.on
    assert appeal.on > letter + timedelta(days=wait)


@given(letter=DAYS)
def test_no_appeal_ends_in_august_or_from_christmas_to_new_year(letter: date) -> None:
    on = deadlines(Event.DECISION, letter)[1].on
    assert on.month != 8
    assert not (on.month, on.day) >= (12, 25)
    assert (on.month, on.day) != (1, 1)
