"""NHS numbers, with python-stdnum to say which are valid."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.gb import nhs

from privacy import Masked
from privacy.nhs_number import is_nhs_number

# 999 is the range for tests.
TEST_NUMBERS = (
    st.integers(0, 999999)
    .map(lambda rest: f"999{rest:06d}")
    .map(lambda nine: next((nine + check for check in "0123456789" if nhs.is_valid(nine + check)), ""))
    .filter(bool)
)


@given(st.text("0123456789", min_size=10, max_size=10))
def test_check_digit_agrees_with_stdnum(digits: str) -> None:
    assert is_nhs_number(digits) == nhs.is_valid(digits)


@given(number=TEST_NUMBERS, gap=st.sampled_from(["", " ", "-", ".", "  "]))
def test_valid_numbers_need_no_words(masked: Callable[[str], Masked], number: str, gap: str) -> None:
    written = gap.join((number[:3], number[3:6], number[6:]))
    assert masked(f"it is {written} on his letters").text == "it is [NHS number] on his letters"


@given(
    digits=st.text("123456789", min_size=10, max_size=10),
    label=st.sampled_from(["NHS number", "nhs no.", "NHS No:"]),
)
def test_any_ten_digits_after_the_words(masked: Callable[[str], Masked], digits: str, label: str) -> None:
    assert masked(f"{label} {digits[:3]} {digits[3:6]} {digits[6:]}").text == f"{label} [NHS number]"


@pytest.mark.parametrize(
    "text",
    [
        "999 653 1598",
        "9996531598",
        "NHS 111",
        "nhs number 12345",
        "AB9996531597",
        "99965315970",
        "the nhs no longer pays",
    ]
    + ["999 6531 597", "invoice 1234567890"],
)
def test_not_nhs_numbers(masked: Callable[[str], Masked], text: str) -> None:
    assert masked(text) == Masked(text, ())


def test_the_number_may_be_far_from_the_words(masked: Callable[[str], Masked]) -> None:
    assert masked("The NHS number for my son Sam is 1234567890").kinds == ("NHS number",)
