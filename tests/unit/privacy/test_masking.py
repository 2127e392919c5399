"""What must hold for every text: no crash, the same again when masked twice, published numbers survive."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from privacy import Masked, mask
from privacy.found import TOKEN

PIECES = st.sampled_from(
    [
        "07700 900123",
        "+44",
        "0044",
        "(0)",
        "01225 394382",
        "0800 1111",
        "116 123",
        "999",
        "dob",
        "born",
        "d.o.b.",
        "birthday",
        "4/5/2017",
        "04.05.17",
        "12/1/85",
        "4th May 2017",
        "May 4 2017",
        "May",
        "2017-05-04",
        "and",
        "to",
        "letter",
        "plan",
        "for my son",
        "on",
        "from",
        "BA1",
        "1JG",
        "BA1 1JG",
        "ba11jg",
        "999 653 1597",
        "nhs number",
        "upn",
        "T371999915380",
        "jo@example.com",
        "@",
        "jo",
        ".",
        ",",
        " - ",
        "/",
        ":",
        "6.17",
        "£6,000",
        "2024/25",
        "20 weeks",
        "[phone]",
        "[date of birth]",
        "[postcode]",
        "[NHS number]",
        "[UPN]",
        "[e-mail]",
        "O7700",
        "7700 900123",
        "ring me on",
        "496 0123",
        "\u200e",
        "\xa0",
        "‑",
        "０７",
        "é",
    ]
)
GLUE = st.sampled_from(["", " ", "  ", ", ", "\n", ". ", "-"])
MESSAGES = st.lists(st.tuples(PIECES, GLUE), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(MESSAGES | st.text(), DAYS)
@example("born 04/05/2017 4/5/2017", date(2026, 11, 21))
@example("diagnosed 6/7/2020, born 4/5/2017", date(2026, 11, 21))
@example("[[phone]phone]", date(2026, 11, 21))
def test_masking_a_masked_message_changes_nothing(text: str, day: date) -> None:
    once = mask(text, frozenset({"01225 394382", "help@nspcc.org.uk"}), day)
    assert mask(once.text, frozenset({"01225 394382", "help@nspcc.org.uk"}), day) == once


@given(st.text(alphabet=st.characters(codec="utf-8")), DAYS)
def test_any_text_can_be_masked(text: str, day: date) -> None:
    assert isinstance(mask(text, frozenset(), day).text, str)


@given(st.text(alphabet="abcdefgh \n.,!?äß€", max_size=200))
def test_text_without_digits_and_at_signs_is_unchanged(text: str) -> None:
    assert mask(text, frozenset(), date(2026, 11, 21)) == Masked(text, ())


@given(MESSAGES)
def test_what_is_not_replaced_stays_in_its_order(text: str) -> None:
    left = mask(text, frozenset(), date(2026, 11, 21)).text
    rest = iter(text)
    assert all(character in rest for character in TOKEN.sub("", left).replace(" ", "").replace("\u00a0", ""))


@pytest.mark.parametrize(
    "number",
    ["01225 394382", "01225394382", "01225-394-382", "(01225) 394382", "01225 39 43 82", "+44 1225 394382"]
    + ["0044 1225 394 382", "+44 (0)1225 394382", "0808 800 5000", "07530.263.401", "999", "111", "101"]
    + ["116 123", "116123", "0800 1111", "08001111", "18001 111", "85258"]
    + ["help@nspcc.org.uk", "Help@NSPCC.org.uk", "send_partnershipservice@bathnes.gov.uk"],
)
@pytest.mark.parametrize(
    "message", ["{}", "is {} right", "{}.", "I rang {}, no answer", "({})", "tel:{}", "'{}'"]
)
def test_published_numbers_and_addresses_survive(
    masked: Callable[[str], Masked], number: str, message: str
) -> None:
    text = message.format(number)
    assert masked(text) == Masked(text, ())


@given(
    st.lists(
        st.sampled_from(["01225 394382", "0800 1111", "116 123", "999", "help@nspcc.org.uk"]), max_size=6
    )
)
def test_published_numbers_survive_side_by_side(parts: list[str]) -> None:
    text = " ".join(parts)
    assert mask(text, frozenset({"01225 394382", "help@nspcc.org.uk"}), date(2026, 11, 21)).text == text


def test_kinds_come_in_order_of_first_appearance_without_duplicates(masked: Callable[[str], Masked]) -> None:
    text = "jo@example.com, 07700 900123, dob 4/5/2017, 07700 900124, BA1 9ZZ"
    assert masked(text).kinds == ("e-mail", "phone", "date of birth", "postcode")


def test_nothing_to_mask(masked: Callable[[str], Masked]) -> None:
    assert masked("") == Masked("", ())


@pytest.mark.parametrize(
    "text",
    ["a" * 20000, "a." * 10000, "0 " * 10000, "07700 900123 " * 1500, "1/2/2017 " * 2000, "a@" * 10000]
    + [
        "a1" * 10000,
        "born 4 5 2017 " * 1500,
        "upn a b c d " * 2000,
        "a dot b at c dot " * 1000,
        "+44 " * 5000,
    ],
    ids=lambda text: text[:12],
)
def test_long_messages_take_no_long_time(masked: Callable[[str], Masked], text: str) -> None:
    start = time.perf_counter()
    masked(text)
    assert time.perf_counter() - start < 5
