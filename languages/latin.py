"""Which language a message in Latin letters is in, by the small words that every sentence needs."""

from __future__ import annotations

from collections import defaultdict

from languages.accents import strange_accents
from languages.words import Lexicon, lexicon, words

LEAST_DISTINCT = 2
LEAST_SHARE = 0.5
LEAST_KNOWN = 0.3
LEAST_LEAD = 1.3
HITS_PER_STRANGE_ACCENT = 3
LONE_WORDS = 4
LONE_LETTERS = 5
# Every parent in England says these, whatever language the rest is in.
SAID_IN_ALL = frozenset(
    (
        "ehcp",
        "ehc",
        "ehcna",
        "senco",
        "sendco",
        "sen",
        "send",
        "adhd",
        "asd",
        "nhs",
        "gp",
        "camhs",
        "sendiass",
    )
    + ("council", "autism")
)


def latin_language(text: str) -> str | None:
    """Give the language of `text`, or None for English and wherever we are not sure.

    Sure means: two different words of the language that English does not have (one long one, in a message
    of at most four words without plain English); a clear lead on every other language; hardly an accent that
    it has not; at least half of the message not English, and enough of that half in the lists.
    """
    found = words(text)
    table = lexicon()
    codes = [table.languages(word) if len(word) > 1 else frozenset[str]() for word in found]
    best = _leader(found, codes)
    if best is None:
        return None
    hits = [best in code for code in codes]
    distinct = {word for word, hit in zip(found, hits, strict=True) if hit}
    if len(distinct) < LEAST_DISTINCT and not _lone(found, distinct, table):
        return None
    if strange_accents(text, best) * HITS_PER_STRANGE_ACCENT > len(distinct):
        return None
    foreign = _foreign_words(found, hits, best, table)
    known = sum(hit or best in table.whole.get(word, ()) for hit, word in zip(hits, found, strict=True))
    return best if foreign / len(found) >= LEAST_SHARE and known >= LEAST_KNOWN * foreign else None


def _leader(found: list[str], codes: list[frozenset[str]]) -> str | None:
    """Give the language with a clear lead; a word shared by several languages counts a part for each."""
    scores: dict[str, float] = defaultdict(float)
    for _, code in {word: (word, code) for word, code in zip(found, codes, strict=True)}.values():
        for language in code:
            scores[language] += 1 / len(code)
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _lone(found: list[str], distinct: set[str], table: Lexicon) -> bool:
    """Tell whether a message of few words, none of them plain English, is sure: "diolch", "pomocy!"."""
    return (
        len(found) <= LONE_WORDS
        and not any(word in table.english and len(word) > 2 for word in found)
        and any(len(word) >= LONE_LETTERS and len(table.languages(word)) == 1 for word in distinct)
    )


def _foreign_words(found: list[str], hits: list[bool], best: str, table: Lexicon) -> int:
    """Count the foreign words: known ones, and unknown or shared ones that stand next to them.

    A word that nobody lists belongs to the part of the message it is in: a name among Polish words is Polish.
    Short English words (do, on, are, i) can be foreign too, so they do not end a foreign part.
    """
    first = next(
        hit for hit, word in zip(hits, found, strict=True) if hit or _plainly_english(word, best, table)
    )
    inside = first
    count = 0
    for word, hit in zip(found, hits, strict=True):
        if hit:
            inside = True
        elif _plainly_english(word, best, table):
            inside = False
        count += inside
    return count


def _plainly_english(word: str, best: str, table: Lexicon) -> bool:
    return word in table.english and best not in table.whole.get(word, ()) and word not in SAID_IN_ALL
