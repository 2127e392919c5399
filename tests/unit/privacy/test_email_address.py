"""E-mail addresses in the writings parents use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy import Masked


@given(st.emails().filter(lambda address: address[0].isalnum()))
def test_plain_addresses(masked: Callable[[str], Masked], address: str) -> None:
    assert "@" not in masked(f"write to {address} please").text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("jo@example.com.", "[e-mail]."),
        ("<jo.bloggs@example.co.uk>", "<[e-mail]>"),
        ("jo@example.com,sam@example.com", "[e-mail],[e-mail]"),
        ("jo @ example.com", "[e-mail]"),
        ("jo(at)example(dot)com", "[e-mail]"),
        ("jo dot bloggs at example dot co dot uk", "[e-mail]"),
        ("fictional82@gmail", "[e-mail]"),
        ("mum07700900123@example.com", "[e-mail]"),
        ("ｊｏ＠example.com", "[e-mail]"),
        (
            "send_partnershipservice@bathnes.gov.uk or jo@example.com",
            "send_partnershipservice@bathnes.gov.uk or [e-mail]",
        ),
    ],
)
def test_addresses_in_messages(masked: Callable[[str], Masked], text: str, left: str) -> None:
    assert masked(text).text == left


@pytest.mark.parametrize(
    "text", ["see you @ 3pm", "@bathnes", "meet at school dot", "he is @ home", "a@b", "www.gov.uk"]
)
def test_not_addresses(masked: Callable[[str], Masked], text: str) -> None:
    assert masked(text) == Masked(text, ())
