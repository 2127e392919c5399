"""Whether a child stands right before a date, which then is not that of a plan or letter further off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from privacy.birth_words import (
    ABOUT,
    BIRTH,
    CHILD,
    COUNTED,
    EVENTS,
    FILLERS,
    NOT_NAMES,
    PAPERS,
    PLACED,
    SENDERS,
)

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ENDS_IN_WORD = re.compile(r"[^\W\d_][ ,:(-]{1,4}$")
_CLAUSE = re.compile(r"[,:(-] *(?P<words>[^\W\d_]+(?:[ '-][^\W\d_]+){0,2})[ (-]*$")
_KNOWN = ABOUT | BIRTH | CHILD | COUNTED | EVENTS | FILLERS | NOT_NAMES | PAPERS | PLACED | SENDERS


def child_before(sentence: str, between: Sequence[str]) -> bool:
    """Tell whether a child is meant at the end of `sentence`.

    `between` are the words after the paper, the last first: "plan for my son Jake" gives jake, son, my, for.
    """
    if CHILD & set(between) or (ABOUT & set(between[1:3]) and not NOT_NAMES & set(between[:2])):
        return True
    return _ends_with_name(sentence) or _is_clause_of_unknown_words(sentence)


def _ends_with_name(sentence: str) -> bool:
    """Tell whether one to three capitalised words end the sentence, with no "from" or "Dr" in front."""
    if not _ENDS_IN_WORD.search(sentence):
        return False
    words = _WORD.findall(sentence)[:-5:-1]
    names = next(
        (n for n, word in enumerate(words) if word.lower() in _KNOWN or not _is_titled(word)), len(words)
    )
    return 0 < names < 4 and "".join(words[names : names + 1]).lower() not in SENDERS


def _is_titled(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _is_clause_of_unknown_words(sentence: str) -> bool:
    """Tell whether one to three words, none of which we know, follow a comma: "the plan, jake smith"."""
    clause = _CLAUSE.search(sentence)
    return clause is not None and not _KNOWN & set(_WORD.findall(clause["words"].lower()))
