"""The small language in which safety phrases are written, and how a message is made ready for it.

Words match whole words; `(a|b c)` is a choice; `word?` and `(...)?` may be missing; `word*` is a prefix;
`...` is a gap of up to five words.
"""

from __future__ import annotations

import re
import unicodedata
from re import Pattern

GAP = r"(?: \S+){0,5}?"
# "don t" and "he s", typed with a space for the apostrophe.
CUT_OFF = re.compile(r"\b(\w+n|i|he|she|it|we|you|they|that|there|who|what) (t|s|m|re|ve|ll|d)\b")
# Only what `plain` leaves: a phrase with an accent or an underscore would never match.
ITEM = re.compile(r"\s*(\.\.\.|[()|]|[A-Za-z0-9]+[*?]?|\?)")


class PatternError(ValueError):
    """A safety phrase is not well formed; the message quotes it."""


def plain(text: str) -> str:
    """Give `text` as patterns see it: lower case, no accents or punctuation, one space around each word."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"['’‘`´]", "", text)
    text = re.sub(r"[\W_]+", " ", text)
    text = CUT_OFF.sub(r"\1\2", text)
    text = re.sub(r"([^\W\d_])\1{2,}", r"\1", text)
    return f" {text.strip()} "


def compile_pattern(pattern: str) -> Pattern[str]:
    """Turn one phrase into a regular expression over `plain` text. Raises PatternError."""
    items = [match.group(1) for match in ITEM.finditer(pattern)]
    if "".join(items) != re.sub(r"\s+", "", pattern) or not items:
        raise PatternError(f'"{pattern}" has a character that safety phrases do not know')
    expression, rest = _choice(items, pattern)
    if rest:
        raise PatternError(f'"{pattern}" has a closing bracket too many')
    return re.compile(rf"(?:{expression})(?= )")


def _choice(items: list[str], pattern: str) -> tuple[str, list[str]]:
    options, current = [], ""
    while items and items[0] != ")":
        item, *items = items
        if item == "|":
            options.append(current)
            current = ""
        elif item == "(":
            inner, items = _choice(items, pattern)
            if not items:
                raise PatternError(f'"{pattern}" has a bracket that is not closed')
            items = items[1:]
            current += f"(?:{inner})"
            if items and items[0] == "?":
                current, items = current + "?", items[1:]
        elif item == "?":
            raise PatternError(f'"{pattern}" has a question mark that follows nothing')
        else:
            current += _word(item)
    return "|".join([*options, current]) if options else current, items


def _word(item: str) -> str:
    if item == "...":
        return GAP
    if item.endswith("*"):
        return rf" {item[:-1].lower()}\w*"
    if item.endswith("?"):
        return rf"(?: {item[:-1].lower()})?"
    return f" {item.lower()}"
