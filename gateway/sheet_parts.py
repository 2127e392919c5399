"""The parts of a meeting sheet, all ready to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Duty:
    """How strong: `must`, `should` or `local`; and what it says."""

    level: str
    sentence: str


@dataclass(frozen=True)
class Source:
    """A rule or document; `url` is empty where there is none; `checked` is a date in words."""

    name: str
    url: str
    checked: str


@dataclass(frozen=True)
class Day:
    """A last day: what for, in words, and when, in words."""

    words: str
    on: str


@dataclass(frozen=True)
class Item:
    """One topic of the conversation."""

    title: str
    whom: str
    ask: tuple[str, ...]
    duty: Duty | None
    sources: tuple[Source, ...]
    dates: tuple[Day, ...]


@dataclass(frozen=True)
class Line:
    """The area's advice line, or how to find it; `phone` is None where we hold none."""

    name: str
    phone: str | None
    contact: str
    sentence: str


@dataclass(frozen=True)
class Sheet:
    """One sheet; `empty` says what to do while there are no items."""

    title: str
    made_on: str
    items: tuple[Item, ...]
    line: Line
    note: str
    empty: str | None
