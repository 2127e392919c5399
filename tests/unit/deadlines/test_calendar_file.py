"""The calendar file, read back with the same library and line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from deadlines.calendar_file import calendar_file
from deadlines.clock import deadlines
from deadlines.events import Event

MADE_AT = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
FOUND = deadlines(Event.DECISION, date(2026, 6, 30)) + deadlines(Event.REQUEST, date(2026, 3, 2))


def read_back(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_each_deadline_is_one_all_day_event() -> None:
    events = read_back(calendar_file(FOUND, MADE_AT))
    assert [event.decoded("dtstart") for event in events] == [one.on for one in FOUND]
    assert [event.decoded("dtend") for event in events] == [one.on + timedelta(days=1) for one in FOUND]
    assert [str(event["summary"]) for event in events] == [one.title for one in FOUND]


def test_the_description_holds_rule_exceptions_and_advice() -> None:
    for one, event in zip(FOUND, read_back(calendar_file(FOUND, MADE_AT)), strict=True):
        text = str(event["description"])
        assert text == f"{one.rule}\n{one.exceptions}\nCheck with your SEND advice service."


def test_the_alarm_is_before_a_parent_s_day_and_after_a_council_s() -> None:
    for one, event in zip(FOUND, read_back(calendar_file(FOUND, MADE_AT)), strict=True):
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(days=-14 if one.whose == "parent" else 1)
        assert str(alarm["action"]) == "DISPLAY"
        assert str(alarm["description"]) == one.title


def test_names_are_unique_and_stay_the_same() -> None:
    first = [str(event["uid"]) for event in read_back(calendar_file(FOUND, MADE_AT))]
    later = [str(event["uid"]) for event in read_back(calendar_file(FOUND, MADE_AT + timedelta(days=9)))]
    other = [
        str(event["uid"])
        for event in read_back(calendar_file(deadlines(Event.REQUEST, date(2026, 3, 3)), MADE_AT))
    ]
    assert first == later
    assert len(set(first + other)) == len(first) + len(other)


def test_lines_end_and_fold_as_rfc_5545_asks() -> None:
    content = calendar_file(FOUND, MADE_AT)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]


def test_the_stamp_is_in_utc_whatever_the_zone() -> None:
    summer = MADE_AT.astimezone(timezone(timedelta(hours=1)))
    assert calendar_file(FOUND, summer) == calendar_file(FOUND, MADE_AT)
    assert b"DTSTAMP:20260329T003000Z" in calendar_file(FOUND, summer)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        calendar_file(FOUND, datetime(2026, 3, 29))


def test_no_deadlines_make_a_file_without_events() -> None:
    assert read_back(calendar_file([], MADE_AT)) == []
