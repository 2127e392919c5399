"""Days counted from today, and the edges of the calendar. Today is Saturday 28 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from days.typed import read_date

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 3rd", "2026-11-03"),
        ("on the 28th", "2026-11-28"),
        ("the 29th", "2026-10-29"),
        ("the 31st", "2026-10-31"),
        ("3rd", "2026-11-03"),
        ("letter of the 4th, in which", "2026-11-04"),
        ("the 3rd of this month", "2026-11-03"),
        ("the 3rd of last month", "2026-10-03"),
        ("Tuesday the 3rd", "2026-11-03"),
        ("the review is on the 3rd", "2026-12-03"),
        ("today", "2026-11-28"),
        ("it came today", "2026-11-28"),
        ("yesterday", "2026-11-27"),
        ("yesturday", "2026-11-27"),
        ("day before yesterday", "2026-11-26"),
        ("the day before yesterday", "2026-11-26"),
        ("last Tuesday", "2026-11-24"),
        ("on Tuesday", "2026-11-24"),
        ("Tuesday", "2026-11-24"),
        ("TUESDAY", "2026-11-24"),
        ("tues", "2026-11-24"),
        ("on wed", "2026-11-25"),
        ("last sat", "2026-11-21"),
        ("wensday", "2026-11-25"),
        ("thrusday", "2026-11-26"),
        ("Saturday", "2026-11-21"),
        ("Sunday", "2026-11-22"),
        ("Tuesday last week", "2026-11-17"),
        ("Tuesday of last week", "2026-11-17"),
        ("a week last Tuesday", "2026-11-17"),
        ("two weeks ago on Tuesday", "2026-11-10"),
        ("Tuesday two weeks ago", "2026-11-10"),
        ("two weeks ago", "2026-11-14"),
        ("3 weeks ago", "2026-11-07"),
        ("about 3 wks ago", "2026-11-07"),
        ("a couple of weeks ago", "2026-11-14"),
        ("10 days ago", "2026-11-18"),
        ("a fortnight ago", "2026-11-14"),
        ("a month ago", "2026-10-28"),
        ("6 months ago", "2026-05-28"),
        ("a year ago", "2025-11-28"),
        ("twenty weeks ago", "2026-07-11"),
        ("a week ago today", "2026-11-21"),
        ("Tuesday's letter", "2026-11-24"),
    ],
)
def test_days_counted_from_today(text: str, expected: str) -> None:
    assert read_date(text, TODAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next Friday", "2026-12-04"),
        ("this coming Tuesday", "2026-12-01"),
        ("by Friday", "2026-12-04"),
        ("the meeting will be on Tuesday", "2026-12-01"),
        ("Tuesday next week", "2026-12-01"),
        ("tomorrow", "2026-11-29"),
        ("the day after tomorrow", "2026-11-30"),
        ("in two weeks", "2026-12-12"),
        ("the review is in two weeks", "2026-12-12"),
        ("in 3 weeks' time", "2026-12-19"),
        ("two weeks from today", "2026-12-12"),
        ("the meeting will be on 3 December", "2026-12-03"),
        ("the review is on 5 May", "2027-05-05"),
        ("they said it will be on 5 May", "2027-05-05"),
        ("the hearing is booked for 3 oct", "2027-10-03"),
        ("review's on the 9th", "2026-12-09"),
        ("The meeting is on 28 November", "2026-11-28"),
    ],
)
def test_words_of_the_future_turn_the_date_forward(text: str, expected: str) -> None:
    assert read_date(text, TODAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "it will be a long wait. I asked on 5 May",
        "it will be ages since 5 May",
        "I will appeal the letter that came on 5 May",
    ],
)
def test_words_of_the_past_nearer_to_the_date_keep_it_in_the_past(text: str) -> None:
    assert read_date(text, TODAY) == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        ("2026-03-29", "yesterday", "2026-03-28"),
        ("2026-03-30", "yesterday", "2026-03-29"),
        ("2026-03-29", "today", "2026-03-29"),
        ("2026-03-30", "a week ago", "2026-03-23"),
        ("2026-03-29", "tomorrow", "2026-03-30"),
        ("2026-10-25", "yesterday", "2026-10-24"),
        ("2026-10-26", "yesterday", "2026-10-25"),
        ("2026-10-25", "last Sunday", "2026-10-18"),
        ("2026-10-26", "two weeks ago", "2026-10-12"),
        ("2026-03-31", "a month ago", "2026-02-28"),
        ("2024-03-31", "a month ago", "2024-02-29"),
        ("2028-02-29", "a year ago", "2027-02-28"),
        ("2026-05-31", "3 months ago", "2026-02-28"),
        ("2027-01-01", "yesterday", "2026-12-31"),
        ("2027-01-01", "the 31st", "2026-12-31"),
        ("2026-03-01", "the 30th", "2026-01-30"),
        ("2026-03-15", "the 31st", "2026-01-31"),
        ("2027-01-02", "31 December", "2026-12-31"),
        ("2026-12-31", "31 December", "2026-12-31"),
        ("2028-03-01", "29 February", "2028-02-29"),
        ("2028-02-28", "29 February", "2024-02-29"),
        ("2027-03-01", "it is on 29 February", "2028-02-29"),
        ("2026-11-24", "Tuesday", "2026-11-17"),
        ("2026-11-24", "last Tuesday", "2026-11-17"),
        ("2026-11-24", "next Tuesday", "2026-12-01"),
        ("2026-11-30", "Tuesday last week", "2026-11-24"),
        ("2026-11-23", "the Tuesday before", "2026-11-17"),
        ("2099-12-31", "1/1/00", "2100-01-01"),
    ],
)
def test_edges_of_the_calendar(today: str, text: str, expected: str) -> None:
    assert read_date(text, date.fromisoformat(today)) == date.fromisoformat(expected)
