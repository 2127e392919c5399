"""A parent's words as we take them in: one normal form, nothing invisible, not too long."""

from __future__ import annotations

import unicodedata

from gateway.problems import Refused

LONGEST = 4000
# Cf: zero-width and bidi controls; Cc: control characters; Cs: lone surrogates; Co, Cn: no characters at all.
UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
KEPT = frozenset({"\n", "\t"})
ZERO_WIDTH_JOINER = "\u200d"


def normalise(text: str) -> str:
    """Give `text` in NFC without control, zero-width, bidi and surrogate characters, edges trimmed.

    The joiner inside emoji is kept. Raises Refused if nothing is left or it is over 4,000 characters.
    """
    plain = seen(text)
    if not plain:
        raise Refused("empty", "Please type a question first.")
    if len(plain) > LONGEST:
        raise Refused(
            "too_long",
            f"Your message has {len(plain):,} characters. "
            f"Please shorten it to {LONGEST:,}, or send it in parts.",
        )
    return plain


def seen(text: str) -> str:
    """Give what can be seen of `text`, in NFC, edges trimmed, line ends as \\n; it may be empty or long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    letters = "".join(
        letter
        for index, letter in enumerate(text)
        if letter in KEPT or unicodedata.category(letter) not in UNSEEN or _joins_emoji(text, index)
    )
    return unicodedata.normalize("NFC", letters).strip()


def _joins_emoji(text: str, index: int) -> bool:
    if text[index] != ZERO_WIDTH_JOINER or index + 1 >= len(text):
        return False
    return unicodedata.category(text[index + 1]) == "So"
