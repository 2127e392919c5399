"""Spelling help for understanding only: what the parent wrote is kept, shown and stored as it is.

SymSpell proposes (Garbe 2012). A word is left alone if it is English, a word of the knowledge base or one
that parents often write, so "EHCP" never becomes "help". What is put in its place is a common English word
or one of the knowledge base's, near enough and with the same first letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from symspellpy import SymSpell, Verbosity

LETTERS = re.compile(r"[a-z]+")
# No part of "don't" or "mother-in-law" is a word to look at.
WORD = re.compile(r"(?<![\w'’-])[A-Za-z]{5,}(?![\w'’-])")
SENTENCE_START = re.compile(r"(^|[.!?\n]\s*)$")
ENGLISH = "frequency_dictionary_en_82_765.txt"
PROPOSED = 25_000  # of the commonest English words; rarer ones are known, but never put in another's place
FAR_FROM = 7  # letters from which two may be wrong
OFTEN = 2  # phrases in which parents wrote a word
# How common one mention in the knowledge base counts, beside English words counted in a thousand billion.
ONE_MENTION = 200_000_000


class Spelling:
    """Reads misspelt words as the words that were meant."""

    def __init__(self, ours: dict[str, int], often: Iterable[str]) -> None:
        """Take the knowledge base's words with their counts, and the words that parents often write."""
        english = _english()
        self._known = frozenset([*english, *ours, *often])
        self._speller = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word in list(english)[:PROPOSED]:
            self._speller.create_dictionary_entry(word, english[word])
        for word, count in ours.items():
            self._speller.create_dictionary_entry(word, count * ONE_MENTION)

    def corrected(self, text: str) -> str:
        """Give `text` with each unknown word replaced by the likeliest known one, if there is one."""
        shouted = text.isupper()

        def meant(match: re.Match[str]) -> str:
            word = match.group()
            # A capital within a sentence is a name: of a child, a school, a town.
            named = word[0].isupper() and not SENTENCE_START.search(text[: match.start()])
            return word if named and not shouted else self._meant(word.lower()) or word

        return WORD.sub(meant, text)

    def _meant(self, word: str) -> str | None:
        if word in self._known:
            return None
        wrong = 2 if len(word) >= FAR_FROM else 1
        near = self._speller.lookup(word, Verbosity.CLOSEST, max_edit_distance=wrong)
        return next((found.term for found in near if found.term[0] == word[0]), None)


def our_words(lookups: dict[str, Any]) -> dict[str, int]:
    """Give the words of the knowledge base's answers and names, and how often each is there."""
    names = [name for kind in lookups["entities"].values() for names in kind.values() for name in names]
    texts = [text for answer in lookups["answers"] for text in (answer["text"], *answer["questions"])]
    return dict(Counter(word for text in [*names, *texts] for word in LETTERS.findall(text.lower())))


def often_written(phrases: Iterable[str]) -> list[str]:
    """Give the words of at least `OFTEN` phrases, misspelt ones too: these are learnt as they are."""
    counted = Counter(word for phrase in phrases for word in set(LETTERS.findall(phrase.lower())))
    return [word for word, count in counted.items() if count >= OFTEN]


def _english() -> dict[str, int]:
    """Give the English words that come with SymSpell, commonest first."""
    lines = (files("symspellpy") / ENGLISH).read_text(encoding="utf-8-sig").splitlines()
    return {word: int(count) for word, count in map(str.split, lines)}
