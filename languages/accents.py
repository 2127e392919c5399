"""Accents that a language does not have: they tell Slovak from Polish and Latvian from Lithuanian."""

from __future__ import annotations

import unicodedata

from languages.words import WORD

ACCENTED = {
    "cy": frozenset("âêîôûŵŷäëïöáéíóàèìòù"),
    "es": frozenset("áéíóúüñ"),
    "fr": frozenset("àâäæçéèêëîïôœùûüÿ"),
    "lt": frozenset("ąčęėįšųūž"),
    "pl": frozenset("ąćęłńóśźż"),
    "pt": frozenset("áàâãéêíóôõúç"),
    "ro": frozenset("ăâîșțşţ"),
    "so": frozenset[str](),
    "tr": frozenset("çğıöşüâîû"),
}
"""Letters with accents in each Latin-script language, lower case; the old cedillas of Romanian included."""


def strange_accents(text: str, language: str) -> int:
    """Count the words of `text` with an accent that `language` (a key of ACCENTED) has not."""
    if text.isascii():
        return 0
    # Turkish capital İ would become two characters in lower case.
    plain = unicodedata.normalize("NFC", text).replace("İ", "i").lower()
    own = ACCENTED[language]
    return sum(
        any(not letter.isascii() and letter not in own for letter in word) for word in WORD.findall(plain)
    )
