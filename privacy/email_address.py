"""E-mail addresses, also with spaces around the sign, with "(at)" or "dot com", or without their end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.found import EMAIL, Found
from privacy.keeping import Kept

_LOCAL = r"[\w+](?:[\w.+%'&=~!#$*/?^`{|}-]{0,62}[\w+%'&=~!#$*/?^`{|}-])?"
_NAME = r"(?!www\.)[\w-]{1,63}"
_TOP = r"(?:xn--[\w-]{1,59}|[^\W\d_]{2,63})(?![\w-])"
_PROVIDER = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|btinternet|aol|talktalk|virginmedia|msn|protonmail|"
    r"ntlworld|blueyonder|tiscali|gmx)"
)
_AT = r"(?: {0,2}@ {0,2}| ?[(\[{] ?(?:at|@) ?[)\]}] ?)"
_DOT = r"(?: ?[(\[{] ?(?:dot|\.) ?[)\]}] ?|\.)"
_ADDRESSES = (
    re.compile(rf"{_LOCAL}{_AT}{_NAME}(?:{_DOT}{_NAME}){{0,126}}{_DOT}{_TOP}", re.I),
    re.compile(rf"{_LOCAL}@ ?{_PROVIDER}(?!\w)", re.I),
    re.compile(
        rf"{_LOCAL}(?: dot [\w-]{{1,40}}){{0,3}} at {_NAME}(?: dot {_NAME}){{0,3}}"
        r" dot (?:com|uk|org|net|gov|co|io|me|sch|ac)\b",
        re.I,
    ),
)

_TAIL = re.compile(r"[\w.+%'-]+@.*")


def emails(text: str, kept: Kept) -> Iterator[Found]:
    """Find e-mail addresses in folded `text`; published ones are claimed: nothing in them is masked."""
    for address in _ADDRESSES:
        for match in address.finditer(text):
            written = _TAIL.search(re.sub(r"\s", "", match.group()).lower())
            published = written is not None and written.group() in kept.emails
            yield Found(match.start(), match.end(), None if published else EMAIL)
