"""Arabic, Urdu or Persian: one script, told apart by letters that only one of them has and by small words."""

from __future__ import annotations

import re

from languages.words import small_words

URDU_LETTERS = re.compile("[ٹڈڑںےۓھہۂۃ]")
PERSIAN_LETTERS = re.compile("[پچگژ]")
EASTERN_LETTERS = re.compile("[کی]")
ARABIC_LETTERS = re.compile("[ةىيكأإؤئ]")
# Pashto, Central Kurdish, Sindhi and Uyghur: languages that we have no reply in.
OTHER_LETTERS = re.compile("[ټډړږښګېۍځڅڼڕڵێۆەٿڄڃڳڱٻۇۈۋ]")
LEAST_ARABIC_WORDS = 3


def arabic_script_language(text: str, words: frozenset[str]) -> str | None:
    """Give "ur", "fa" or "ar" for `text` in Arabic script, made of `words`; None if another or unsure."""
    if OTHER_LETTERS.search(text):
        return None
    if URDU_LETTERS.search(text):
        return "ur"
    urdu, persian, arabic = (len(words & small_words(code)) for code in ("ur", "fa", "ar"))
    if ARABIC_LETTERS.search(text) and not EASTERN_LETTERS.search(text):
        # Persian typed on an Arabic keyboard has these letters too, with words that Arabic has not.
        return "fa" if PERSIAN_LETTERS.search(text) and persian > arabic else "ar"
    if PERSIAN_LETTERS.search(text) or EASTERN_LETTERS.search(text):
        return "fa" if persian > urdu else "ur" if urdu > persian else None
    if arabic > persian:
        return "ar"
    if persian > arabic:
        return "fa"
    return "ar" if len(words) >= LEAST_ARABIC_WORDS and not persian else None
