"""Phone numbers in every writing; many come from phonenumbers, which knows how the world formats them."""

from __future__ import annotations

from collections.abc import Callable

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumber, PhoneNumberFormat

from privacy import Masked
from privacy.digit_groups import chains
from privacy.phone_shapes import abroad

# Number ranges that Ofcom keeps for drama.
DRAMA = (
    "7700900",
    "1632960",
    "1134960",
    "1214960",
    "1614960",
    "1914980",
    "2079460",
    "2920180",
    "8081570",
    "3069990",
)
NUMBERS = st.tuples(st.sampled_from(DRAMA), st.integers(0, 999)).map(
    lambda parts: f"{parts[0]}{parts[1]:03d}"
)
FORMATS = (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164)


@given(
    digits=NUMBERS,
    form=st.sampled_from(FORMATS),
    sign=st.sampled_from([" ", "-", ".", "", " - ", "\u00a0", "\u2011"]),
)
def test_every_format_of_a_british_number(
    masked: Callable[[str], Masked], digits: str, form: int, sign: str
) -> None:
    written = phonenumbers.format_number(PhoneNumber(country_code=44, national_number=int(digits)), form)
    assert masked(f"ring me on {written.replace(' ', sign)} please").text == "ring me on [phone] please"


@given(digits=NUMBERS, cuts=st.lists(st.integers(4, 9), max_size=2, unique=True))
def test_groups_may_be_anywhere(masked: Callable[[str], Masked], digits: str, cuts: list[int]) -> None:
    written = "0" + digits
    for cut in sorted(cuts, reverse=True):
        written = f"{written[:cut]} {written[cut:]}"
    if all(len(group) > 1 for group in written.split()[:-1]):
        assert masked(written).text == "[phone]"


@pytest.mark.parametrize(
    "region", ["IE", "FR", "DE", "PL", "US", "IN", "PK", "RO", "ES", "UA", "NG", "PT", "IT", "LT"]
)
@pytest.mark.parametrize(
    "kind", [phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE]
)
def test_foreign_numbers(masked: Callable[[str], Masked], region: str, kind: int) -> None:
    number = phonenumbers.example_number_for_type(region, kind)
    for form in (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164):
        written = phonenumbers.format_number(number, form)
        assert masked(f"call {written} now").text == "call [phone] now"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(01632) 960123", "[phone]"),
        ("(07700 900123)", "([phone])"),
        ("(+44) 7700 900123", "[phone]"),
        ("+44(0)7700900123", "[phone]"),
        ("07700900123/07700900124", "[phone]/[phone]"),
        ("07700 900123 07700 900124", "[phone] [phone]"),
        ("01225 394382 07700 900123", "01225 394382 [phone]"),
        ("07700 900123 01225 394382", "[phone] 01225 394382"),
        ("0800 1111 116 123 07700 900123", "0800 1111 116 123 [phone]"),
        ("999 07700 900123", "999 [phone]"),
        ("07700 111 111", "[phone]"),
        ("07700 999 101", "[phone]"),
        ("Year 5 07700 900123 2 children", "Year 5 [phone] 2 children"),
        ("12/11/2026 07700 900123", "12/11/2026 [phone]"),
        ("07700 900123 4/12/2026", "[phone] 4/12/2026"),
        ("01632 12-12-12", "[phone]"),
        ("wa.me/447700900123", "wa.me/[phone]"),
        ("ring me on 496 0123", "ring me on [phone]"),
        ("call me on 394382", "call me on 394382"),
    ],
)
def test_phones_among_other_things(masked: Callable[[str], Masked], text: str, left: str) -> None:
    assert masked(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "0 1 2 3 4 5 6 7 8 9 10",
        "0 10 20 30 40 50",
        "0900-1500",
        "01.09.2024 15.30",
        "01/09/2024 10",
        "08.45-12.00",
    ]
    + [
        "09.00 10.00 11.00",
        "0845 - 1530 12 December",
        "01 02 03 04 05",
        "£0123456789",
        "+5 2024",
        "16+ 2024 2025",
    ]
    + [
        "0.1234567891",
        "ring me on 4/5/2026",
        "call me at 0900-1700",
        "text me on 12.12.2026",
        "0000000",
        "44 children",
    ]
    + [
        "I rang 10 times in 2025",
        "0-25 2014 2015",
        "00:30 01:30 02:30",
        "ticket 12345678",
        "1234567890123456",
    ],
)
def test_other_digits_are_not_phones(masked: Callable[[str], Masked], text: str) -> None:
    assert masked(text) == Masked(text, ())


def test_a_country_code_alone_is_no_number() -> None:
    assert abroad(next(chains("44 2024")), skip=0) == 0
