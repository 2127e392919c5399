"""A card's reference: short enough to read out on the phone, too many to guess."""

from __future__ import annotations

import re

# No 0, O, 1, I or L, no letters that look like a digit (B, S, Z), no vowels, so that no words come out.
LETTERS = "23456789CDFGHJKMNPQRTVWX"
GROUPS = 3
GROUP = 4
LOOKS_LIKE = str.maketrans("BSZ", "852")


def reference_from(digest: bytes) -> str:
    """Write a digest as three groups of four, such as "7KQM-2XRD-9FHT" (55 bits of it)."""
    number = int.from_bytes(digest)
    letters = []
    for _ in range(GROUPS * GROUP):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "-".join("".join(letters[at : at + GROUP]) for at in range(0, GROUPS * GROUP, GROUP))


def typed_reference(text: str) -> str:
    """Give a reference as a person types it in the form we give it; what is none stays none.

    Small letters, missing or other separators, and B, S or Z for 8, 5 or 2 are forgiven.
    """
    letters = re.sub(r"[\W_]", "", text.upper()).translate(LOOKS_LIKE)[: GROUPS * GROUP + 1]
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
