"""Dates of birth: what words around a date decide, and the age at which a bare date counts."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy import Masked, mask
from privacy.dates import age_at

TODAY = date(2026, 11, 21)
FORMS = [
    "{d}/{m}/{y}",
    "{d:02}.{m:02}.{s:02}",
    "{d}-{m}-{y}",
    "{y}-{m:02}-{d:02}",
    "{d} {b} {y}",
    "{d} {b:.3} {y}",
    "{b} {d} {y}",
    "{b} {d}, {y}",
]


def written(day: date, form: str) -> str:
    return form.format(d=day.day, m=day.month, y=day.year, s=day.year % 100, b=month_name[day.month])


def years_ago(years: int, days: int = 0) -> date:
    return TODAY.replace(year=TODAY.year - years) - timedelta(days=days)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "words", ["dob {}", "D.O.B: {}", "born on {}", "her birthday is {}", "date of birth - {}"]
)
@given(day=st.dates(date(1930, 1, 1), TODAY))
def test_any_date_next_to_words_of_birth(words: str, form: str, day: date) -> None:
    text = words.format(written(day, form))
    assert mask(text, frozenset(), TODAY) == Masked(words.format("[date of birth]"), ("date of birth",))


@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(years_ago(26, -1), years_ago(3)))
def test_a_bare_date_of_a_child_or_young_person(form: str, day: date) -> None:
    text = f"My son Sam, {written(day, form)}, has no plan"
    assert mask(text, frozenset(), TODAY).text == "My son Sam, [date of birth], has no plan"


@pytest.mark.parametrize("form", FORMS)
@given(
    day=st.dates(years_ago(3, -1), TODAY + timedelta(days=700)) | st.dates(date(1930, 1, 1), years_ago(26))
)
def test_a_bare_date_of_nobody_young_or_of_the_last_years(form: str, day: date) -> None:
    if "{s" in form and day.year >= 2026:
        return
    text = f"My son Sam, {written(day, form)}, has no plan"
    assert mask(text, frozenset(), TODAY).text == text


CONTEXT = (
    "letter|dated|since|diagnosed|meeting|review|received|decision|moved|started|from|until|by|on the|appeal|"
    "draft|plan|report|excluded|tribunal|referred|assessed|annual review of|the letter of|w/c"
    "|seen by Dr. Patel"
)


@pytest.mark.parametrize("words", CONTEXT.split("|"))
@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(years_ago(26, -1), years_ago(3)))
def test_other_dates_stay(words: str, form: str, day: date) -> None:
    text = f"{words} {written(day, form)}, what now?"
    assert mask(text, frozenset(), TODAY).text == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Born 4/5/2017, diagnosed 6/7/2020", "Born [date of birth], diagnosed 6/7/2020"),
        ("diagnosed 6/7/2020, born 4/5/2017", "diagnosed 6/7/2020, born [date of birth]"),
        ("4/5/2017 is his date of birth", "[date of birth] is his date of birth"),
        ("twins, 4/5/2017 and 4/5/2019", "twins, [date of birth] and [date of birth]"),
        ("off school from 4/5/2019 to 6/7/2019", "off school from 4/5/2019 to 6/7/2019"),
        ("plan for my son Sam 4/5/2017", "plan for my son Sam [date of birth]"),
        ("EHC plan, sam smith 4/5/2017", "EHC plan, sam smith [date of birth]"),
        ("report by Dr Patel 4/5/2019", "report by Dr Patel 4/5/2019"),
        ("12/03/2019 referral to CAMHS", "12/03/2019 referral to CAMHS"),
        ("autism since birth, seen 4/5/2019", "autism since birth, seen 4/5/2019"),
        ("birth to 25 from 1 September 2014", "birth to 25 from 1 September 2014"),
        ("We got a letter. Sam 4/5/2017", "We got a letter. Sam [date of birth]"),
        ("dob 31/02/2017", "dob [date of birth]"),
        ("dob 040517 or DOB 04 05 2017", "dob [date of birth] or DOB [date of birth]"),
        ("born 4th of the 5th 2017", "born [date of birth]"),
        ("Sam 5/14/2017", "Sam [date of birth]"),
        ("Sam 4 May '17", "Sam [date of birth]"),
    ],
)
def test_words_decide(masked: Callable[[str], Masked], text: str, left: str) -> None:
    assert masked(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "2017",
        "born in 2017",
        "born in May 2017",
        "2024/25",
        "2024-25",
        "6.17",
        "9.45 - 9.52",
        "years 7/8/9",
        "£4.05.17",
    ]
    + [
        "weeks 6/16/20",
        "4 May 10am",
        "4 May 10.30",
        "1.2.3.4",
        "1/2/3",
        "12/3",
        "v4.5.17",
        "12 Feb-22 Feb",
        "5/5/5",
    ]
    + ["https://example.org/2017/05/04/news", "section 4.5.12", "paragraph 6.3.17", "4 May 12 children came"],
)
def test_not_full_dates(masked: Callable[[str], Masked], text: str) -> None:
    assert masked(text) == Masked(text, ())


def test_age() -> None:
    assert age_at(TODAY, date(2016, 11, 21)) == 10
    assert age_at(TODAY, date(2016, 11, 22)) == 9
    assert age_at(date(2026, 2, 28), date(2016, 2, 29)) == 9
