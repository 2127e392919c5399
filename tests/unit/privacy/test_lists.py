"""Measures the masking on two lists of messages: with personal data, and full of ordinary numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import phonenumbers
import pytest

from privacy import Masked
from privacy.found import KINDS
from privacy.keeping import Kept, digits_of, national

DATA = Path(__file__).parents[2] / "data" / "privacy"
PERSONAL = [line.split("\t") for line in (DATA / "personal.tsv").read_text(encoding="utf-8").splitlines()]
ORDINARY = (DATA / "ordinary.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("kinds", "text"), PERSONAL, ids=[text for _, text in PERSONAL])
def test_every_labelled_message_is_masked_with_exactly_its_kinds(
    masked: Callable[[str], Masked], kinds: str, text: str
) -> None:
    assert list(masked(text).kinds) == kinds.split(",")


@pytest.mark.parametrize("text", [text for _, text in PERSONAL])
def test_nothing_that_others_recognise_is_left(
    masked: Callable[[str], Masked], keep: frozenset[str], text: str
) -> None:
    left = masked(text).text
    published = Kept.of(keep)
    matcher = phonenumbers.PhoneNumberMatcher(left, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
    phones = {national(digits_of(match.raw_string)) for match in matcher}
    # The oracle also takes dates and the like; a number has ten digits or more.
    assert {phone for phone in phones if len(phone) >= 10} <= published.numbers
    assert set(re.findall(r"\S+@\S+", left)) <= published.emails
    assert not re.search(r"(?i)\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b", left)
    assert not re.search(r"(?i)(?:dob|born|birthday)\W{1,3}\d", left)


def test_the_lists_are_long_enough_and_cover_every_kind() -> None:
    assert len(PERSONAL) >= 120
    assert len(set(ORDINARY)) >= 300
    assert {kind for kinds, _ in PERSONAL for kind in kinds.split(",")} == set(KINDS)


def test_at_most_one_ordinary_message_in_a_hundred_is_changed(masked: Callable[[str], Masked]) -> None:
    changed = [(text, masked(text).text) for text in ORDINARY if masked(text).text != text]
    assert len(changed) <= len(ORDINARY) / 100, changed


def test_ordinary_messages_only_ever_lose_a_date(masked: Callable[[str], Masked]) -> None:
    assert {kind for text in ORDINARY for kind in masked(text).kinds} <= {"date of birth"}
