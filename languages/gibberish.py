"""Messages that say nothing: silence, and fingers running over the keyboard.

Bad spelling, names, abbreviations and other languages are not gibberish. When in doubt a message is not: a
parent whose real word is called mash is worse off than one whose mash is looked up in vain.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from languages.words import fold, lexicon

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = frozenset("aeiouy")
LEAST_RUN = 4
LEAST_SHARE = 0.6
ODD_SHARE = 0.34
LEAST_ODD_LETTERS = 5
NEXT_KEYS = 3
NEAR = (-2, -1, 1, 2)
CLOSE_SHARE = 0.75
LONGEST_ABBREVIATION = 5
# "mmm", kisses and "www" are said on purpose.
SAID_REPEATED = frozenset("mxw")
TYPED_WORD = re.compile(r"[^\W\d_]+")
# Ages, year groups, years, dates, times, money and parts of a hundred answer a question.
SENSIBLE_NUMBER = re.compile(
    r"[£$€]\s?\d[\d,.]*k?|\d{1,2}|(?:19|20)\d\d(?:\s?[-/]\s?\d\d(?:\d\d)?)?|\d{1,3}\s?%|\d{1,2}[:.]\d\d|\d:\d"
    r"|\d{1,2}\s?[-/. ]\s?\d{1,2}(?:\s?[-/. ]\s?(?:\d\d){1,2})?|\d{4}-\d\d-\d\d"
)


def is_silence(text: str) -> bool:
    """Tell whether `text` is empty or has only spaces and punctuation: "?", "...", "!!"."""
    return all(unicodedata.category(mark)[0] in "ZPC" for mark in text)


def is_gibberish(text: str) -> bool:
    """Tell whether `text` has no meaning: keyboard mash, symbols, a senseless number; silence is not."""
    if is_silence(text):
        return False
    found = TYPED_WORD.findall(text)
    if not found:
        return not _has_letters(text) and not SENSIBLE_NUMBER.fullmatch(text.strip(" ?!.,"))
    if len(found) > 2 and len({word.lower() for word in found}) == 1 and len(found[0]) == 1:
        return found[0].lower() not in SAID_REPEATED
    mashed = sum(len(word) for word in found if not _is_abbreviation(word) and _is_mash(fold(word)))
    return mashed >= LEAST_SHARE * sum(map(len, found))


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= LONGEST_ABBREVIATION and _longest_run(word.lower()) < LEAST_RUN


def _has_letters(text: str) -> bool:
    return any(unicodedata.category(mark)[0] == "L" for mark in text)


def _is_mash(word: str) -> bool:
    if len(word) < NEXT_KEYS or not word.isascii() or _is_known(word):
        return False
    if len(set(word)) == 1:
        return word[0] not in SAID_REPEATED
    if _is_known(re.sub(r"(.)\1{2,}", r"\1", word)):
        return False
    run = _longest_run(word)
    if run == len(word) or run >= max(LEAST_RUN, LEAST_SHARE * len(word)):
        return True
    if not VOWELS & set(word) and _near_keys(word):
        return True
    odd = sum(first + second not in _usual_pairs() for first, second in pairwise(word))
    return len(word) >= LEAST_ODD_LETTERS and odd > 1 and odd >= ODD_SHARE * (len(word) - 1)


def _is_known(word: str) -> bool:
    table = lexicon()
    return word in table.english or bool(table.languages(word))


def _longest_run(word: str) -> int:
    """Count the letters of the longest part of `word` that follows a row of keys, either way."""
    best = run = 1
    step = 0
    for first, second in pairwise(word):
        now = _step(first, second)
        run = run + 1 if now and now == step else 2 if now else 1
        step = now
        best = max(best, run)
    return best


def _step(first: str, second: str) -> int:
    """Give 1 or -1 if `second` is the key right or left of `first` in its row, else 0."""
    return next((there for there in (1, -1) if second in _keys_at(first, there)), 0)


def _near_keys(word: str) -> bool:
    """Tell whether the fingers hardly moved: "dsf", "kjh", "sdfsdf"."""
    near = sum(any(second in _keys_at(first, there) for there in NEAR) for first, second in pairwise(word))
    return near >= CLOSE_SHARE * (len(word) - 1)


def _keys_at(letter: str, there: int) -> str:
    """Give the key `there` places to the right of `letter` in its row, or nothing."""
    row = next((row for row in ROWS if letter in row), "")
    place = row.find(letter) + there
    return row[place] if row and 0 <= place < len(row) else ""


@lru_cache(maxsize=1)
def _usual_pairs() -> frozenset[str]:
    """Give the pairs of letters that the listed words of all our languages have."""
    table = lexicon()
    listed = [*table.english, *table.whole, *table.stems]
    return frozenset(first + second for word in listed for first, second in pairwise(word))
