"""Appeals whose last day falls into August, or from Christmas to New Year."""

from __future__ import annotations

from datetime import date

import pytest

from deadlines.clock import deadlines
from deadlines.events import Event


@pytest.mark.parametrize("number", range(1, 31))
@pytest.mark.parametrize(
    ("year", "appeal"),
    [(2024, "2024-09-02"), (2025, "2025-09-01"), (2026, "2026-09-01"), (2029, "2029-09-03")],
)
def test_2_months_that_end_in_august_end_on_september_s_first_working_day(
    year: int, appeal: str, number: int
) -> None:
    adviser, tribunal = deadlines(Event.DECISION, date(year, 6, number))
    assert adviser.on == date(year, 8, number)
    assert tribunal.on.isoformat() == appeal
    assert "first working day of September" in tribunal.rule


@pytest.mark.parametrize(("month", "number"), [(10, n) for n in range(25, 32)] + [(11, 1)])
@pytest.mark.parametrize(
    ("year", "appeal"),
    [
        (2024, "2025-01-02"),
        (2025, "2026-01-02"),
        (2026, "2027-01-04"),
        (2027, "2028-01-04"),
        (2028, "2029-01-02"),
    ],
)
def test_2_months_that_end_from_christmas_to_new_year_end_on_january_s_next_working_day(
    year: int, appeal: str, month: int, number: int
) -> None:
    tribunal = deadlines(Event.DECISION, date(year, month, number))[1]
    assert tribunal.on.isoformat() == appeal
    assert "next working day in January" in tribunal.rule
