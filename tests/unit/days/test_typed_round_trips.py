"""Any date that is written in a usual way is read back; no text of any kind raises."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from days.folding import fold
from days.months import MONTHS
from days.typed import read_date, read_dates

TODAY = date(2026, 11, 28)
NEAR = st.dates(date(1997, 1, 1), date(2056, 1, 1))
PAST_YEAR = st.integers(0, 364).map(lambda days: TODAY - timedelta(days=days))


def ordinal(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


@given(day=NEAR, sep=st.sampled_from("/-."), pad=st.booleans())
def test_figures_with_a_full_year(day: date, sep: str, pad: bool) -> None:
    width = "02" if pad else ""
    text = f"letter of {day.day:{width}}{sep}{day.month:{width}}{sep}{day.year}."
    assert read_dates(text, TODAY) == [day]


@given(day=NEAR)
def test_iso_dates(day: date) -> None:
    assert read_date(day.isoformat(), TODAY) == day


@given(
    day=NEAR,
    shape=st.sampled_from(["{d} {m} {y}", "{o} of {m} {y}", "{m} {o}, {y}", "{d}-{s}-{y}"]),
    upper=st.booleans(),
)
def test_named_months_with_a_full_year(day: date, shape: str, upper: bool) -> None:
    name = MONTHS[day.month - 1]
    text = shape.format(d=day.day, o=ordinal(day.day), m=name, s=name[:3], y=day.year)
    assert read_dates(text.upper() if upper else text, TODAY) == [day]


@given(day=PAST_YEAR, shape=st.sampled_from(["{d} {m}", "{o} {m}", "on {m} {o}", "{d}/{n}"]))
def test_a_date_without_a_year_is_in_the_year_that_ends_today(day: date, shape: str) -> None:
    text = shape.format(d=day.day, o=ordinal(day.day), m=MONTHS[day.month - 1], n=day.month)
    assert text == "24/7" or read_date(text, TODAY) == day


@given(today=NEAR, weeks=st.integers(1, 60))
def test_weeks_ago_are_sevens_of_days(today: date, weeks: int) -> None:
    assert read_date(f"{weeks} weeks ago", today) == today - timedelta(days=7 * weeks)


@given(today=NEAR, number=st.integers(0, 6))
def test_a_day_of_the_week_is_one_of_the_seven_days_before(today: date, number: int) -> None:
    name = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[number]
    found = read_date(f"on {name}", today)
    assert isinstance(found, date)
    assert found.weekday() == number
    assert 1 <= (today - found).days <= 7


@given(text=st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_dates(text, TODAY)


@given(text=st.text(alphabet="0123456789 /-.'thrdsnmayocbeu", max_size=60))
def test_any_jumble_of_figures_is_read_without_an_error(text: str) -> None:
    read_dates(text, TODAY)


@given(text=st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
