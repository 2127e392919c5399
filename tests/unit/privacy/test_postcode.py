"""Postcodes lose their last half; districts and look-alikes stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy import Masked

DISTRICTS = [
    "BA1",
    "BA11",
    "M1",
    "B33",
    "CR2",
    "DN55",
    "W1A",
    "EC1A",
    "SE1P",
    "N1C",
    "TS18",
    "BB1",
    "BS31",
    "L18",
]
UNITS = st.tuples(st.sampled_from("0123456789"), st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2)).map(
    "".join
)


@given(district=st.sampled_from(DISTRICTS), unit=UNITS, gap=st.sampled_from(["", " ", "  ", "-"]))
def test_every_official_format(masked: Callable[[str], Masked], district: str, unit: str, gap: str) -> None:
    found = masked(f"we are in {district}{gap}{unit}.")
    assert found == Masked(f"we are in {district} [postcode].", ("postcode",))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("BA1 1JG", "BA1 [postcode]"),
        ("ba11jg", "ba1 [postcode]"),
        ("Ba1 1jG,", "Ba1 [postcode],"),
        ("BA111JG", "BA11 [postcode]"),
        ("BA 1 1JG", "BA 1 [postcode]"),
        ("BA1 1 JG", "BA1 [postcode]"),
        ("GIR 0AA", "GIR [postcode]"),
        ("BA1 1JG BA2 4DN", "BA1 [postcode] BA2 [postcode]"),
        ("12 Made Up Road BA1 1JG 2 kids", "12 Made Up Road BA1 [postcode] 2 kids"),
    ],
)
def test_postcodes_in_messages(masked: Callable[[str], Masked], text: str, left: str) -> None:
    assert masked(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "BA1",
        "so1 2me",
        "KS1 2nd",
        "section E1 2nd draft",
        "S17 4hr",
        "QZ1 1AA",
        "BA1 1CK",
        "Y7 2NE",
        "BA100 1JG",
        "e1 1st",
    ]
    + ["1 2 3AB", "M1 motorway", "SEND35a 2AB", "BA1 [postcode]", "B12 3yr"],
)
def test_look_alikes(masked: Callable[[str], Masked], text: str) -> None:
    assert masked(text).text == text
