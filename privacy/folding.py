"""The text as recognisers see it: one character for one character, so that places stay the same."""

from __future__ import annotations

import re
import unicodedata

from privacy.found import BIRTH, TOKEN

MASKED = "\ue000"
"""Stands for every character of a token that is already in the text, [date of birth] apart."""
DATE = "\ue001"
"""Stands for every character of [date of birth], and of any date where only the words around it matter."""

_DASHES = frozenset("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63")
_NO_SPACE = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_LETTER_O = re.compile(r"(?<![A-Za-z0-9])[oO](?=[127]\d{2,4}[ -]?\d{3})")


def fold(text: str) -> str:
    """Give `text`, as long as it was, with plain digits, dashes, spaces and signs, and tokens blanked."""
    if not text.isascii():
        text = "".join(map(_plain, text))
    text = text.replace("\t", " ").replace("\x00", " ")
    text = TOKEN.sub(lambda match: (DATE if match[1] == BIRTH else MASKED) * len(match[0]), text)
    return _LETTER_O.sub("0", text)


def _plain(character: str) -> str:
    if character.isascii() or character in _NO_SPACE:
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in _DASHES:
        return "-"
    if character in "‘’":
        return "'"
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    if unicodedata.category(character) in {"Zs", "Cf", "Co", "Me", "Mn"}:
        return " "
    return character
