"""Numbers and words that are no dates, and a long message of them."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest

from days.typed import read_dates

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "year 10",
        "she is in year 10 march intake",
        "20 weeks",
        "6 weeks",
        "they must decide in 6 weeks",
        "a decision within 6 weeks",
        "no annual review in 2 years",
        "we have had no meeting in 6 weeks",
        "section 19",
        "section 19 may help",
        "age 7",
        "age 7 may be too young",
        "he is 5",
        "he is 5 may I ask",
        "3 times",
        "01225 394382",
        "07700 900123",
        "01225 39 43 82",
        "+44 7700 900123",
        "BA1 2",
        "BA1 2AB",
        "section 3/4",
        "24/7",
        "on 24/7",
        "1:1",
        "50/50",
        "he got 3/10 in maths",
        "9.14",
        "paragraph 9.14",
        "may I ask",
        "we may 2 of us share",
        "march 3 times round",
        "may 2 children share",
        "we had to march 10 miles",
        "he sat 3 tests",
        "he sat down",
        "the sun",
        "sun cream",
        "put on sun cream",
        "sat nav",
        "my second school",
        "the 2nd school",
        "the 3rd time",
        "this is the 3rd school",
        "reg 5",
        "regulation 20",
        "£3",
        "£12 march fees",
        "16 or 17",
        "under 16 or 17",
        "every Tuesday",
        "on Tuesdays",
        "Monday to Friday",
        "mon-fri",
        "Good Friday",
        "Sunday school",
        "i wed him",
        "5 match balls",
        "4 members of staff",
        "10.30",
        "3pm",
        "half 3",
        "KS2",
        "1 in 4",
        "the last 3 months",
        "a few weeks ago",
        "last week",
        "in May",
        "since September",
        "30 hours",
        "SEND35",
        "UPN A123456789012",
        "943 476 5919",
        "www.gov.uk/1",
        "3/4 of the class",
        "on 3/4 october",
        "ref 12/34/5678",
        "sort code 12-34-56",
        "a1/2/20@example.org",
        "a week tomorrow",
        "it is 12 weeks today",
        "a week on Tuesday",
        "Monday week",
        "in September 2 assistants left",
        "a group of 5 may need more",
        "5 may be too young",
    ],
)
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert read_dates(text, TODAY) == []


def test_a_long_message_is_read_quickly() -> None:
    started = perf_counter()
    read_dates("3 may " * 666, TODAY)
    assert perf_counter() - started < 2
