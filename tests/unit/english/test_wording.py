"""Small pieces of English."""

from __future__ import annotations

from datetime import date, time

import pytest

from english.wording import bullets, clock, join, lower_first, page_of, spoken_date


@pytest.mark.parametrize(
    ("words", "last", "said"),
    [
        (["a"], "and", "a"),
        (["a", "b"], "and", "a and b"),
        (["a", "b", "c"], "and", "a, b and c"),
        (["a", "b", "c", "d"], "or", "a, b, c or d"),
        (iter(["a", "b"]), "or", "a or b"),
    ],
)
def test_words_are_joined_as_english_does(words, last: str, said: str) -> None:
    assert join(words, last) == said


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="unpack"):
        join([])


def test_each_line_gets_its_bullet() -> None:
    assert bullets(["one", "two"]) == "- one\n- two"
    assert bullets([]) == ""


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("Runs the help", "runs the help"),
        ("A teacher", "a teacher"),
        ("SENCO meetings", "SENCO meetings"),
        ("EHC plans", "EHC plans"),
        ("TAs help", "TAs help"),
        ("already low", "already low"),
        ("É", "É"),
        ("", ""),
        ("3 times", "3 times"),
    ],
)
def test_the_first_letter_is_lowered_except_in_abbreviations(text: str, lowered: str) -> None:
    assert lower_first(text) == lowered


def test_a_document_is_named_with_its_age_and_without_inner_quotes() -> None:
    assert (
        page_of('Hill School, "Our help"', "about 2014")
        == 'the document "Hill School, Our help" (about 2014)'
    )
    assert page_of("Leaflet", None) == 'the document "Leaflet" (no date)'
    assert page_of("Leaflet", "") == 'the document "Leaflet" (no date)'


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 11, 21), "21 November 2026"), (date(2027, 3, 1), "1 March 2027")],
)
def test_dates_are_said_without_a_leading_nought(day: date, said: str) -> None:
    assert spoken_date(day) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(0, 0), "12am"),
        (time(0, 5), "12.05am"),
        (time(9, 0), "9am"),
        (time(11, 59), "11.59am"),
        (time(12, 0), "12pm"),
        (time(12, 30), "12.30pm"),
        (time(13, 0), "1pm"),
        (time(15, 5), "3.05pm"),
        (time(23, 59), "11.59pm"),
    ],
)
def test_times_are_said_on_a_twelve_hour_clock(moment: time, said: str) -> None:
    assert clock(moment) == said
