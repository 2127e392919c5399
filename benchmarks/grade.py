"""How hard English is to read: the Flesch-Kincaid grade (a US school year; age is about five more)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pyphen import Pyphen

# Kincaid, Fishburne, Rogers and Chissom: Derivation of New Readability Formulas. Research Branch Report 8-75,
# Naval Technical Training, Millington 1975.
PER_SENTENCE, PER_WORD, LESS = 0.39, 11.8, 15.59
# pyphen divides where a line may break, so it misses some syllables: against CMUdict, on the 50,114 words of
# our answers that stand in it, 0.037 of a syllable in each word. Left alone, grades would look 0.4 too good.
MISSED = 0.037
FEWEST_WORDS = 4  # headings and buttons, which would make any page look easy, have less
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*")
SENTENCE_END = re.compile(r"(?<=[.!?])[\s\"')]+")
LETTERS = re.compile(r"[A-Z]{2,4}")
SAID_AS_WORDS = {"SEND"}


def grade(passages: Iterable[str]) -> float:
    """Give the grade of some passages (paragraphs, list items) together. Raises ValueError if none counts.

    A passage ends a sentence, with or without a full stop. Those under four words are left out.
    """
    counted = [words for words in map(_sentences, passages) if sum(map(len, words)) >= FEWEST_WORDS]
    sentences = [sentence for passage in counted for sentence in passage]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        raise ValueError("there is nothing to read")
    syllables = sum(map(_syllables, words)) / len(words) + MISSED
    return PER_SENTENCE * len(words) / len(sentences) + PER_WORD * syllables - LESS


def word_count(passages: Iterable[str]) -> int:
    """Give how many words `grade` goes by."""
    lengths = (len(WORD.findall(passage)) for passage in passages)
    return sum(length for length in lengths if length >= FEWEST_WORDS)


def _sentences(passage: str) -> list[list[str]]:
    found = (WORD.findall(sentence) for sentence in SENTENCE_END.split(passage))
    return [words for words in found if words]


def _syllables(word: str) -> int:
    if LETTERS.fullmatch(word) and word not in SAID_AS_WORDS:
        return len(word)
    parts = (re.split("['’]", part)[0] for part in word.lower().split("-"))
    return sum(len(_breaks().positions(part)) + 1 for part in parts)


@lru_cache(maxsize=1)
def _breaks() -> Pyphen:
    # American: it allows more breaks than the British list, and so comes nearer to what is spoken.
    return Pyphen(lang="en_US")
