"""One plain form of a message, so that the readers of dates need to know only one."""

from __future__ import annotations

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc`\u00b4"), "'")
_SPACES = re.compile(r"[^\S\n]+")
# Far enough back to judge a date by its clause; the whole text would make a long message slow.
_WINDOW = 100


def fold(text: str) -> str:
    """Give `text` in small letters with plain dashes, quotes and single spaces; line breaks stay."""
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES | _QUOTES)).casefold()
    return _SPACES.sub(" ", plain)


def just_before(text: str, place: int) -> str:
    """Give the up to 100 characters before `place`."""
    return text[max(0, place - _WINDOW) : place]
