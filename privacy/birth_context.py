"""What the words around a date say of it: somebody's birth, something else, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from privacy.birth_words import (
    BIRTH,
    CHILD,
    COUNTED,
    EVENTS,
    FILLERS,
    NOT_BIRTH_AFTER,
    NOT_BIRTH_BEFORE,
    PAPERS,
    PLACED,
)
from privacy.child_name import child_before
from privacy.folding import DATE, MASKED

_WORD = re.compile(rf"{DATE}+|{MASKED}+|[^\W_{DATE}{MASKED}]+(?:['’./&-][^\W_{DATE}{MASKED}]+)*")
_SENTENCE_END = re.compile(r"[!?;\n]|(?<![.\s]\w)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<!\bno)\.(?=\s)")
_BIRTH_PHRASE = re.compile(
    r"(?<![^\W_])(?:d\.? ?o\.? ?b(?![^\W_])\.?|dates?[ -]of[ -]birth|birth[ -]?(?:dates?|days?)|b-day)", re.I
)
_RANGE = re.compile(rf"{DATE} *(?:-|to|and|&|or|until|till|,) *(?:the )?$", re.I)
_REACH = 140
_BEFORE, _AFTER = 6, 5


class Sense(Enum):
    """What a date is, as far as words tell; SAME means: whatever the date just before it is."""

    BIRTH = "birth"
    OTHER = "other"
    SAME = "same"
    UNKNOWN = "unknown"


def sense_of(text: str, start: int, end: int) -> Sense:
    """Judge the date from `start` to `end` of `text`, in which every date is blanked."""
    before = _BIRTH_PHRASE.sub(" dob ", text[max(0, start - _REACH) : start])
    after = _BIRTH_PHRASE.sub(" dob ", text[end : end + _REACH])
    sentence = _SENTENCE_END.split(before)[-1]
    near = _words(sentence)[::-1][:_BEFORE]
    event = _nearest_event(near)
    if _is_birth(_words(before)[::-1][: event or _BEFORE]) or _is_birth_after(after):
        return Sense.BIRTH
    if _RANGE.search(before):
        return Sense.SAME
    if _is_placed(near):
        return Sense.OTHER
    if event and not (near[event - 1] in PAPERS and child_before(sentence, near[: event - 1])):
        return Sense.OTHER
    return Sense.OTHER if not near and _heads_a_note(after) else Sense.UNKNOWN


def _words(text: str) -> list[str]:
    return [re.sub(r"['’./&-]", "", match.group()).lower() for match in _WORD.finditer(text)]


def _nearest_event(words: Sequence[str]) -> int:
    """Give the distance (1 is next to the date) of the nearest word of something that happened, or 0."""
    return next((n for n, word in enumerate(words, 1) if word in EVENTS or word in PAPERS), 0)


def _is_birth(nearest_last_in_text: Sequence[str]) -> bool:
    """Tell whether one of the words, the last of the text first, is a word of birth that means a date."""
    padded = ["", *nearest_last_in_text, ""]
    return any(
        word in BIRTH and before not in NOT_BIRTH_AFTER and after not in NOT_BIRTH_BEFORE
        for after, word, before in zip(padded, padded[1:], padded[2:], strict=False)
    )


def _is_birth_after(after: str) -> bool:
    """Tell whether a word of birth follows closely in the sentence, and belongs to no later date."""
    words = _words(_SENTENCE_END.split(after)[0])
    for n, word in enumerate(words[:_AFTER]):
        if word in EVENTS or word in PAPERS or word.startswith(DATE):
            return False
        if word in BIRTH:
            rest = words[n + 1 : n + 4]
            claimed = any(one.startswith(DATE) for one in rest) and not EVENTS & set(rest)
            return not claimed and _is_birth(words[max(0, n - 1) : n + 2][::-1])
    return False


def _is_placed(words: Sequence[str]) -> bool:
    """Tell "on the 4th", "by Friday 4th" and "years 9/10/11" by the words before (the nearest first)."""
    meaning = next((word for word in words[:3] if word not in FILLERS), "")
    return meaning in PLACED or bool(COUNTED & set(words[:1]))


def _heads_a_note(after: str) -> bool:
    """Tell whether the date heads a note of a diary: "12/03/2019 referral to CAMHS"."""
    words = _words(_SENTENCE_END.split(after.lstrip(" :-"))[0])[:4]
    event = _nearest_event(words)
    return bool(event) and not CHILD & set(words[:event])
