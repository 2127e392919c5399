"""Phone numbers as people type them: what can be rung is taken, what is wrong is said."""

from __future__ import annotations

import phonenumbers
import pytest

from casework.uk_phone import SHORT_AREAS, is_mobile, phone_problem


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900123",
        "07700900123",
        "07700-900-123",
        "07700.900.123",
        "(01225) 394382",
        "01225 394 382",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "0044 7700 900123",
        "0044 (0) 1225 394382",
        "020 7946 0123",
        "0117 496 0123",
        "0333 496 0123",
        "0800 496 0123",
        "01225 394382 ext 12",
        "01225 394382 ext. 12",
        "01225 394382 extension 1234",
        "01225 394382x12",
        "01225 394382, ext: 12",
        "01254 12345",
        "  07700 900123  ",
        "07700\u00a0900123",
        "07700–900123",
    ],
)
def test_a_number_that_can_be_rung_is_taken(typed: str) -> None:
    assert phone_problem(typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("07700 90012", "This number has 10 digits; a UK number has 11. Please check it."),
        ("07700 9001234", "This number has 12 digits; a UK number has 11. Please check it."),
        ("+44 7700 90012", "This number has 10 digits; a UK number has 11. Please check it."),
        ("01225 39438", "This number has 10 digits; a UK number has 11. Please check it."),
        (
            "394382",
            "This number has 6 digits; a UK number has 11. Did you leave out the area code? Please check it.",
        ),
        (
            "7",
            "This number has 1 digit; a UK number has 11. Did you leave out the area code? Please check it.",
        ),
        ("1225 394382", "This number does not start with 0. UK numbers do. Please check it."),
        ("7700 900123", "This number does not start with 0. UK numbers do. Please check it."),
        ("17700 900123", "No phone number like this starts with 17. Please check it."),
        ("06700 900123", "No phone number like this starts with 06. Please check it."),
        ("09700 900123", "No phone number like this starts with 09. Please check it."),
        (
            "+353 1 496 0123",
            "This looks like a number from outside the UK. Please give a UK number, or choose e-mail.",
        ),
        (
            "0048 22 123 45 67",
            "This looks like a number from outside the UK. Please give a UK number, or choose e-mail.",
        ),
        ("ask my sister", "Please write the phone number with digits only."),
        ("07700 900123 or 07700 900124", "Please write the phone number with digits only."),
        ("077OO 900123", "Please write the phone number with digits only."),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "Please write the phone number with digits only."),
        ("07700²900123", "Please write the phone number with digits only."),
        ("-", "Please write the phone number with digits only."),
    ],
)
def test_what_is_wrong_with_a_number_is_said(typed: str, said: str) -> None:
    assert phone_problem(typed) == said


def test_areas_with_shorter_numbers_are_those_that_the_library_knows() -> None:
    areas = {f"0{area}" for area in range(1200, 2000)}
    known = {
        area
        for area in areas
        if any(
            phonenumbers.is_valid_number(phonenumbers.parse(f"{area}{rest}", "GB"))
            for rest in range(20000, 100000, 1371)
        )
    }
    assert {area for area in areas if SHORT_AREAS.fullmatch(area)} == known


@pytest.mark.parametrize(
    ("typed", "mobile"),
    [
        ("07700 900123", True),
        ("+44 (0)7700 900123", True),
        ("07100 900123", True),
        ("01225 394382", False),
        ("07000 900123", False),
        ("07600 900123", False),
        ("0800 496 0123", False),
        ("", False),
    ],
)
def test_a_text_reaches_mobiles_only(typed: str, mobile: bool) -> None:
    assert is_mobile(typed) is mobile
