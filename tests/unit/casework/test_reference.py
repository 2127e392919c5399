"""References: easy to read out and to type, and as many as there need to be."""

from __future__ import annotations

import hashlib
import re

import pytest

from casework.reference import LETTERS, reference_from, typed_reference

SHAPE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
REFERENCES = [reference_from(hashlib.sha256(bytes([number])).digest()) for number in range(250)]


def test_a_reference_is_three_groups_of_four_clear_letters() -> None:
    assert all(SHAPE.fullmatch(reference) for reference in REFERENCES)
    used = set("".join(REFERENCES)) - {"-"}
    assert used == set(LETTERS)
    assert not used & set("0O1ILAEUBSZ")


def test_different_digests_give_different_references() -> None:
    assert len(set(REFERENCES)) == len(REFERENCES)
    assert len(LETTERS) ** 12 > 2**55


@pytest.mark.parametrize(
    "typed",
    [
        "7KQM-2XRD-9FHT",
        "7kqm-2xrd-9fht",
        " 7KQM 2XRD 9FHT ",
        "7kqm2xrd9fht",
        "7KQM – 2XRD – 9FHT",
        "7KQM.2XRD_9FHT\n",
        "7KQM-ZXRD-9FHT",
    ],
)
def test_small_slips_in_typing_are_forgiven(typed: str) -> None:
    assert typed_reference(typed) == "7KQM-2XRD-9FHT"


@pytest.mark.parametrize(
    "typed", ["", "7KQM-2XRD-9FH", "7KQM-2XRD-9FHTT", "7KQM-2XRD-9FHV", "\ud800", "x" * 9999]
)
def test_another_reference_stays_another_one(typed: str) -> None:
    assert typed_reference(typed) != "7KQM-2XRD-9FHT"
    assert len(typed_reference(typed)) < 20
