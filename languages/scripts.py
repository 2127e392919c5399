"""Which language a message is in when its letters are not Latin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from languages.arabic_script import arabic_script_language
from languages.words import WORD, small_words

OTHER_LETTERS = re.compile(r"[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\uffdc]")
HAN_PER_WORD = 2
LEAST_SHARE = 0.5
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")


def other_script_language(text: str) -> str | None:
    """Give the language of a message of which at least half is not in Latin letters, or None if not sure."""
    if not OTHER_LETTERS.search(text):
        return None
    text = unicodedata.normalize("NFKC", text)
    # Vowel signs of Indian scripts are not letters to a regular expression.
    found = [word for word in re.split(r"[^\w\u0900-\u0dff\u200c\u200d]+", text) if word]
    other = [word for word in found if OTHER_LETTERS.search(word)]
    latin = [word for word in found if not OTHER_LETTERS.search(word) and WORD.search(word)]
    size = sum(max(1, len(HAN.findall(word)) // HAN_PER_WORD) for word in other)
    if size < LEAST_SHARE * (size + len(latin)):
        return None
    joined = " ".join(other)
    answers = [language(joined, frozenset(other)) for script, language in SCRIPTS if script.search(joined)]
    return answers[0] if len(answers) == 1 else None


def _hindi(_text: str, words: frozenset[str]) -> str | None:
    """Marathi and Nepali have the same letters; their small words differ."""
    return "hi" if len(words & small_words("hi")) > len(words & small_words("not_hi")) else None


def _ukrainian(text: str, words: frozenset[str]) -> str | None:
    """Russian, Belarusian, Kazakh, Serbian and Macedonian have letters that Ukrainian has not."""
    if re.search(r"[ыэъёўәғқңөұүһјљњђћџѓќ]", text.lower()):
        return None
    sure = re.search(r"[іїєґ]", text.lower()) or len({word.lower() for word in words} & small_words("uk")) > 1
    return "uk" if sure else None


def _bengali(text: str, _words: frozenset[str]) -> str | None:
    """Assamese has two letters of its own."""
    return None if re.search("[\u09f0\u09f1]", text) else "bn"


def _punjabi(_text: str, _words: frozenset[str]) -> str | None:
    return "pa"


def _gujarati(_text: str, _words: frozenset[str]) -> str | None:
    return "gu"


def _chinese(text: str, _words: frozenset[str]) -> str | None:
    """Japanese has Han letters among its own."""
    return None if re.search("[\u3040-\u30ff]", text) else "zh"


SCRIPTS: tuple[tuple[re.Pattern[str], Callable[[str, frozenset[str]], str | None]], ...] = (
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f]{2}"), arabic_script_language),
    (re.compile(r"[\u0400-\u04ff]{2}"), _ukrainian),
    (re.compile(r"[\u0900-\u097f]{2}"), _hindi),
    (re.compile(r"[\u0980-\u09ff]{2}"), _bengali),
    (re.compile(r"[\u0a00-\u0a7f]{2}"), _punjabi),
    (re.compile(r"[\u0a80-\u0aff]{2}"), _gujarati),
    (HAN, _chinese),
)
