"""Words as the lists have them, and the lists: `lists/<code>.txt`, one file for each Latin-script language.

A list has words and stems (`stem*`), with accents as they are written; `en.txt` has the English words that
parents use. All of it is folded in the same way as messages are, because people type without accents.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LISTS = Path(__file__).parent / "lists"
SMALL_WORDS = Path(__file__).parent / "small_words"
ENGLISH = "en"
STEM_LENGTHS = range(4, 12)
WORD = re.compile(r"[^\W\d_]+")
# Letters that Unicode does not take apart into a plain letter and an accent.
WHOLE_LETTERS = str.maketrans("łŁıøØđĐ", "lLioOdD")


def fold(text: str) -> str:
    """Give `text` in lower case and without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(WHOLE_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


def words(text: str) -> list[str]:
    """Give the folded words of `text` in order; an apostrophe parts two words, as in l'école and he's."""
    return WORD.findall(fold(text))


@dataclass(frozen=True)
class Lexicon:
    """What the lists say: English words, and for each word or stem the codes of its languages."""

    english: frozenset[str]
    whole: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]

    def languages(self, word: str) -> frozenset[str]:
        """Give the languages that a folded `word` can be from, English apart; often none.

        A word that English has too is evidence of nothing, so it gives none.
        """
        if word in self.english:
            return frozenset()
        found = self.whole.get(word)
        if found:
            return found
        for length in STEM_LENGTHS[: max(0, len(word) - STEM_LENGTHS.start + 1)]:
            found = self.stems.get(word[:length])
            if found:
                return found
        return frozenset()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the lists, once for each process. Raises OSError if the folder is not there."""
    english: set[str] = set()
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for file in sorted(LISTS.glob("*.txt")):
        for item in _items(file):
            is_stem = item.endswith("*")
            for word in words(item):
                if file.stem == ENGLISH:
                    english.add(word)
                else:
                    (stems if is_stem else whole).setdefault(word, set()).add(file.stem)
    return Lexicon(frozenset(english), _frozen(whole), _frozen(stems))


@lru_cache
def small_words(code: str) -> frozenset[str]:
    """Give the small words of a language with other letters, as they are written. Raises OSError if none."""
    return frozenset(_items(SMALL_WORDS / f"{code}.txt"))


def _items(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [item for line in lines if not line.startswith("#") for item in line.split()]


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(codes) for word, codes in table.items()}
