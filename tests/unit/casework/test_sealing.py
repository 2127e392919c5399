"""Sealing: only the right key opens, only what was sealed, and only where it belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.sealing import CannotUnseal, Sealer

OLD, NEW = "old key " * 5, "new key " * 5
WORDS = b"ring me on 07700 900123"


@given(st.binary(max_size=300), st.text(max_size=40).filter(lambda text: text.isprintable()))
def test_what_was_sealed_opens_again(content: bytes, owner: str) -> None:
    sealer = Sealer([NEW])
    assert sealer.unseal(sealer.seal(content, owner), owner) == content


def test_nothing_of_the_content_can_be_seen_and_no_two_seals_are_alike() -> None:
    sealed = {Sealer([NEW]).seal(WORDS, "row") for _ in range(20)}
    assert len(sealed) == 20
    assert not any(word in one for one in sealed for word in WORDS.split())


def test_another_key_opens_nothing() -> None:
    with pytest.raises(CannotUnseal):
        Sealer([OLD]).unseal(Sealer([NEW]).seal(WORDS, "row"), "row")


def test_what_was_moved_to_another_owner_does_not_open() -> None:
    sealer = Sealer([NEW])
    with pytest.raises(CannotUnseal):
        sealer.unseal(sealer.seal(WORDS, "row 1"), "row 2")


@pytest.mark.parametrize("place", range(12 + len(WORDS) + 16))
def test_one_changed_bit_anywhere_is_refused(place: int) -> None:
    sealer = Sealer([NEW])
    sealed = bytearray(sealer.seal(WORDS, "row"))
    sealed[place] ^= 1
    with pytest.raises(CannotUnseal):
        sealer.unseal(bytes(sealed), "row")


@pytest.mark.parametrize("length", [0, 1, 11, 12, 13, 27, 28])
def test_what_is_cut_off_is_refused(length: int) -> None:
    sealer = Sealer([NEW])
    with pytest.raises(CannotUnseal):
        sealer.unseal(sealer.seal(WORDS, "row")[:length], "row")


def test_after_a_change_of_keys_the_old_opens_and_the_new_one_seals() -> None:
    sealed = Sealer([OLD]).seal(WORDS, "row")
    both = Sealer([NEW, OLD])
    assert both.unseal(sealed, "row") == WORDS
    assert Sealer([NEW]).unseal(both.seal(WORDS, "row"), "row") == WORDS


def test_an_error_says_nothing_of_what_was_sealed() -> None:
    with pytest.raises(CannotUnseal) as refused:
        Sealer([OLD]).unseal(Sealer([NEW]).seal(WORDS, "row"), "row")
    assert str(refused.value) == ""


def test_hashes_are_the_same_each_time_and_differ_by_key_purpose_and_text() -> None:
    both = Sealer([NEW, OLD])
    assert both.hashes("a", "x") == [Sealer([key]).hashes("a", "x")[0] for key in (NEW, OLD)]
    assert len({*both.hashes("a", "x"), *both.hashes("b", "x"), *both.hashes("a", "y")}) == 6
    assert all(len(one) == 32 for one in both.hashes("a", "x"))


def test_no_key_is_no_sealer() -> None:
    with pytest.raises(ValueError, match="at least one key"):
        Sealer([])
