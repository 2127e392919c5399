"""Masks a message: every recogniser in order of trust, over and over until nothing is left to mask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from privacy.birth import bare_births, labelled_births
from privacy.birth_digits import birth_digits
from privacy.email_address import emails
from privacy.folding import fold
from privacy.found import TOKEN, Found
from privacy.keeping import Kept
from privacy.local_phone import local_phones
from privacy.nhs_number import labelled_nhs_numbers, nhs_numbers
from privacy.phone import phones
from privacy.postcode import postcodes
from privacy.upn import upns


@dataclass(frozen=True)
class Masked:
    """A message without personal data, and the kinds it had, in order of first appearance."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str, keep: frozenset[str], today: date) -> Masked:
    """Replace personal data in `text` by tokens such as [phone]; the numbers and addresses in `keep` stay.

    Tokens that are in `text` already count as found: masking a masked message gives the same again.
    """
    kept = Kept.of(keep)
    # Each turn takes away digits or an @, so this ends.
    while (masked := _masked_once(text, kept, today)) != text:
        text = masked
    kinds = dict.fromkeys(match.group(1) for match in TOKEN.finditer(text))
    return Masked(text, tuple(kinds))


def _masked_once(text: str, kept: Kept, today: date) -> str:
    pieces, place = [], 0
    for found in _chosen(fold(text), kept, today):
        pieces += [text[place : found.start], found.token]
        place = found.end
    return "".join([*pieces, text[place:]])


def _chosen(folded: str, kept: Kept, today: date) -> list[Found]:
    """Give what to replace, left to right; where two overlap, the recogniser that is asked first wins."""
    taken = bytearray(len(folded))
    chosen = []
    for found in _candidates(folded, kept, today):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            if found.kind:
                chosen.append(found)
    return sorted(chosen, key=lambda found: found.start)


def _candidates(folded: str, kept: Kept, today: date) -> Iterator[Found]:
    yield from emails(folded, kept)
    yield from upns(folded)
    yield from labelled_nhs_numbers(folded, kept)
    yield from labelled_births(folded, today)
    yield from birth_digits(folded)
    yield from phones(folded, kept)
    yield from local_phones(folded, kept)
    yield from nhs_numbers(folded, kept)
    yield from bare_births(folded, today)
    yield from postcodes(folded)
