"""Small pieces of English that answers are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time


def join(words: Iterable[str], last: str = "and") -> str:
    """Join words as English does: "a", "a and b", "a, b and c"."""
    *rest, final = words
    return f"{', '.join(rest)} {last} {final}" if rest else final


def bullets(lines: Iterable[str]) -> str:
    """Make one line for each item, each starting with `- `."""
    return "\n".join(f"- {line}" for line in lines)


def lower_first(text: str) -> str:
    """Lower the first letter, unless the word is an abbreviation or a name in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def page_of(title: str, dated: str | None) -> str:
    """Name a document with its age: 'the page "X" (about 2014, no date on the page)'."""
    return f'the document "{_unquoted(title)}" ({dated or "no date"})'


def spoken_date(day: date) -> str:
    """Write a date as people say it: 21 November 2026."""
    return f"{day.day} {day:%B %Y}"


def clock(moment: time) -> str:
    """Write a time of day: 10am, 3.30pm."""
    hour = moment.hour % 12 or 12
    minutes = f".{moment.minute:02d}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def _unquoted(title: str) -> str:
    return title.replace('"', "")
