"""The ways in which people write a date. Today is Saturday 28 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from days.typed import read_date, read_dates

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/10/2026", "2026-10-03"),
        ("03/10/2026", "2026-10-03"),
        ("03-10-26", "2026-10-03"),
        ("3.10.26", "2026-10-03"),
        ("3.10.2026", "2026-10-03"),
        ("3 / 10 / 2026", "2026-10-03"),
        ("3 10 2026", "2026-10-03"),
        ("03102026", "2026-10-03"),
        ("3/10/'26", "2026-10-03"),
        ("The letter is dated 12/11/2026.", "2026-11-12"),
        ("it came on 3/10/26, I was at work", "2026-10-03"),
        ("3/10", "2026-10-03"),
        ("on 3/10", "2026-10-03"),
        ("dated 24/12", "2025-12-24"),
        ("2026-10-03", "2026-10-03"),
        ("2026/10/03", "2026-10-03"),
        ("2026-10-03T09:00", "2026-10-03"),
        ("1/2/98", "1998-02-01"),
        ("1/2/30", "2030-02-01"),
        ("29/2/2024", "2024-02-29"),
        ("29/02/28", "2028-02-29"),
        ("31/12/2025", "2025-12-31"),
        ("1/1/2027", "2027-01-01"),
    ],
)
def test_dates_in_figures_are_read_day_first(text: str, expected: str) -> None:
    assert read_date(text, TODAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 October 2026", "2026-10-03"),
        ("3rd October 2026", "2026-10-03"),
        ("3rd of October 2026", "2026-10-03"),
        ("3rd of October", "2026-10-03"),
        ("3 oct", "2026-10-03"),
        ("3oct", "2026-10-03"),
        ("3-Oct-26", "2026-10-03"),
        ("3/Oct/2026", "2026-10-03"),
        ("3 october '25", "2025-10-03"),
        ("3 october 25", "2025-10-03"),
        ("3 october, 2025", "2025-10-03"),
        ("Oct 3rd", "2026-10-03"),
        ("October 3", "2026-10-03"),
        ("October 3, 2025", "2025-10-03"),
        ("October the 3rd", "2026-10-03"),
        ("3rd october last year", "2025-10-03"),
        ("3 October this year", "2026-10-03"),
        ("on 5 May next year", "2027-05-05"),
        ("5th of May", "2026-05-05"),
        ("5 may", "2026-05-05"),
        ("May 5th", "2026-05-05"),
        ("May 5 2026", "2026-05-05"),
        ("May 5", "2026-05-05"),
        ("the letter of March 10", "2026-03-10"),
        ("12 march", "2026-03-12"),
        ("on 3 may I got the letter", "2026-05-03"),
        ("the 3rd and 4th October", "2026-10-04"),
        ("3 October, 25 November", "2026-10-03"),
        ("3 October - 28 November", "2026-10-03"),
        ("It came on 3 October. 24 pages long", "2026-10-03"),
        ("28 November", "2026-11-28"),
        ("29 November", "2025-11-29"),
        ("1 December", "2025-12-01"),
        ("31 december", "2025-12-31"),
        ("29 February", "2024-02-29"),
        ("29 feb 2028", "2028-02-29"),
        ("3 ocotber", "2026-10-03"),
        ("3 octobre 2026", "2026-10-03"),
        ("9 septmber", "2026-09-09"),
        ("9th of Sept", "2026-09-09"),
        ("9 septemeber 2026", "2026-09-09"),
        ("14 febuary", "2026-02-14"),
        ("14 feburary 2026", "2026-02-14"),
        ("2 janurary", "2026-01-02"),
        ("5 agust", "2026-08-05"),
        ("1 novemebr", "2026-11-01"),
        ("1 decmber", "2025-12-01"),
        ("6 apirl 2026", "2026-04-06"),
        ("3RD OF OCTOBER 2026", "2026-10-03"),
        ("THE LETTER CAME ON 9TH SEPTEMBER", "2026-09-09"),
        ("3 October at 2pm", "2026-10-03"),
        ("3 October 10am", "2026-10-03"),
        ("3 October 20 weeks ago was when I asked", "2026-10-03"),
        ("Saturday 3 October", "2026-10-03"),
        ("Sat 3rd Oct 2026", "2026-10-03"),
        ("3 October (Saturday)", "2026-10-03"),
        ("I am 42, the letter is dated 3 October 2026", "2026-10-03"),
        ("no, 3 October", "2026-10-03"),
        ("3\u00a0October\u20092026", "2026-10-03"),
        ("３ October 2026", "2026-10-03"),
        ("03\u201310\u20132026", "2026-10-03"),
    ],
)
def test_dates_with_a_named_month(text: str, expected: str) -> None:
    assert read_dates(text, TODAY)[0] == date.fromisoformat(expected)
