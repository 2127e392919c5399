"""A typed date of birth: read as people write it, and questioned kindly where it cannot be right."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.birth import birth_date, birth_problem

TODAY = date(2026, 11, 28)


def typed(day: str, month: str, year: str) -> dict[str, str]:
    return {"birth_day": day, "birth_month": month, "birth_year": year}


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("14", "5", "2016"),
        ("14", "05", "2016"),
        (" 14 ", "May", "2016"),
        ("14", "may", " 2016 "),
        ("١٤", "٥", "٢٠١٦"),
    ],
)
def test_a_date_is_read_as_people_write_it(day: str, month: str, year: str) -> None:
    assert birth_date(typed(day, month, year)) == date(2016, 5, 14)
    assert birth_problem(typed(day, month, year), TODAY) is None


@pytest.mark.parametrize(
    ("month", "number"), [("sep", 9), ("Sept", 9), ("DECEMBER", 12), ("jul", 7), ("june", 6)]
)
def test_a_month_may_be_a_word_or_its_beginning(month: str, number: int) -> None:
    assert birth_date(typed("1", month, "2016")) == date(2016, number, 1)


@pytest.mark.parametrize(
    ("day", "month", "year", "field", "said"),
    [
        ("", "5", "2016", "birth_day", "day, the month and the year"),
        ("14", "", "2016", "birth_month", "day, the month and the year"),
        ("14", "5", "", "birth_year", "day, the month and the year"),
        ("14", "5", "16", "birth_year", "4 digits"),
        ("14", "5", "20016", "birth_year", "4 digits"),
        ("14", "5", "year", "birth_year", "4 digits"),
        ("14", "5", "²016", "birth_year", "4 digits"),
        ("31", "2", "2016", "birth_day", "no such date"),
        ("29", "2", "2015", "birth_day", "no such date"),
        ("0", "5", "2016", "birth_day", "no such date"),
        ("14", "13", "2016", "birth_day", "no such date"),
        ("14", "mayonnaise", "2016", "birth_day", "no such date"),
        ("14", "ma", "2016", "birth_day", "no such date"),
        ("-1", "5", "2016", "birth_day", "no such date"),
        ("1" * 5000, "5", "2016", "birth_day", "no such date"),
        ("14", "5", "0000", "birth_day", "no such date"),
        ("29", "11", "2026", "birth_year", "still to come"),
        ("14", "5", "9999", "birth_year", "still to come"),
        ("28", "11", "2001", "birth_year", "25 or older"),
        ("14", "5", "0001", "birth_year", "25 or older"),
    ],
)
def test_a_date_that_cannot_be_right_is_asked_about(
    day: str, month: str, year: str, field: str, said: str
) -> None:
    found = birth_problem(typed(day, month, year), TODAY)
    assert found is not None
    assert found[0] == field
    assert said in found[1]


@pytest.mark.parametrize(("day", "month", "year"), [("28", "11", "2026"), ("29", "11", "2001")])
def test_the_first_and_last_day_that_count(day: str, month: str, year: str) -> None:
    assert birth_problem(typed(day, month, year), TODAY) is None


@pytest.mark.parametrize("fields", [{}, typed("", " ", "")])
def test_no_date_is_no_problem(fields: dict[str, str]) -> None:
    assert birth_problem(fields, TODAY) is None
    assert birth_date(fields) is None


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_anything_typed_is_a_date_or_a_problem_and_never_an_error(day: str, month: str, year: str) -> None:
    fields = typed(day, month, year)
    if birth_problem(fields, TODAY) is None and (day + month + year).strip():
        assert birth_date(fields) is not None
