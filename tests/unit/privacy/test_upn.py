"""Unique pupil numbers, with python-stdnum to say which check letter is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.gb import upn

from privacy import Masked
from privacy.upn import LETTERS, check_letter, is_upn

# Establishment 9999 does not exist.
RESTS = st.tuples(
    st.sampled_from(["800", "371", "808", "889"]),
    st.integers(10, 26),
    st.integers(0, 99),
    st.sampled_from("0123456789" + LETTERS),
).map(lambda parts: f"{parts[0]}9999{parts[1]:02d}{parts[2]:02d}{parts[3]}")


@given(RESTS)
def test_check_letter_agrees_with_stdnum(rest: str) -> None:
    assert check_letter(rest) == upn.calc_check_digit("A" + rest)
    assert upn.is_valid(check_letter(rest) + rest)


@given(rest=RESTS, lower=st.booleans())
def test_valid_upns_need_no_words(masked: Callable[[str], Masked], rest: str, lower: bool) -> None:
    written = check_letter(rest) + rest
    assert masked(f"he is {written.lower() if lower else written}.").text == "he is [UPN]."


@given(rest=RESTS, letter=st.sampled_from(LETTERS))
def test_any_of_the_form_after_the_word(masked: Callable[[str], Masked], rest: str, letter: str) -> None:
    assert masked(f"His UPN is {letter}{rest}, Year 4").text == "His UPN is [UPN], Year 4"


@pytest.mark.parametrize(
    "text",
    ["A371999915380", "what is a UPN", "UPN 12345", "T3719999153801", "XT371999915380", "upn A12 3456"],
)
def test_not_upns(masked: Callable[[str], Masked], text: str) -> None:
    assert masked(text) == Masked(text, ())


def test_characters_without_value() -> None:
    assert check_letter("37199991538O") == ""
    assert not is_upn("T37199991538")
    assert is_upn("T 3719-9991 5380")
