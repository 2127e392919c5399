"""What counts as one date, as two, and as none that can be. Today is Saturday 28 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from days.impossible import Impossible
from days.typed import read_date, read_dates

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31 February", "31 February"),
        ("31/4/2026", "31 April"),
        ("31 june", "31 June"),
        ("45/13/2026", "month 13"),
        ("10/13/2026", "month 13"),
        ("30 Feb", "30 February"),
        ("0/10/2026", "0 October"),
        ("29 February 2026", "29 February in 2026"),
        ("29/2/2025", "29 February in 2025"),
        ("3 October 20266", "year"),
        ("3/10/20266", "year"),
        ("3 october 206", "year"),
        ("3 October 1926", "30 years"),
        ("3/10/2066", "30 years"),
        ("40 years ago", "30 years"),
        ("32 October", "32 October"),
    ],
)
def test_a_date_that_cannot_be_is_answered_with_a_sentence(text: str, words: str) -> None:
    found = read_date(text, TODAY)
    assert isinstance(found, Impossible)
    assert words in found.sentence


@pytest.mark.parametrize("text", ["28/11/1996", "28/11/2056"])
def test_30_years_is_not_too_far(text: str) -> None:
    assert isinstance(read_date(text, TODAY), date)


@pytest.mark.parametrize("text", ["27/11/1996", "29/11/2056"])
def test_a_day_more_than_30_years_is(text: str) -> None:
    assert isinstance(read_date(text, TODAY), Impossible)


def test_two_dates_come_in_the_order_of_the_message() -> None:
    text = "Dated the 18th of September but it came on 2 October"
    assert read_dates(text, TODAY) == [date(2026, 9, 18), date(2026, 10, 2)]


def test_the_same_date_twice_counts_once() -> None:
    assert read_dates("3/10/2026, yes, 3 October", TODAY) == [date(2026, 10, 3)]


def test_an_impossible_date_keeps_its_place() -> None:
    impossible, day = read_dates("31/4/2026 or 1 May 2026", TODAY)
    assert isinstance(impossible, Impossible)
    assert day == date(2026, 5, 1)


def test_the_last_day_of_last_month_may_not_exist() -> None:
    assert isinstance(read_date("the 31st of last month", date(2026, 5, 10)), Impossible)
