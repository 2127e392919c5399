"""`glossary.yml`, `claims.yml`, `rulings.yml`, `not_spoken.yml`, `safety.yml`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from kb.schema.base import FactId, Id, Scope, Shape, Text


class TermStatus(StrEnum):
    """Whether a word is used today, was used, is one place's own, or belongs to a proposal."""

    CURRENT = "current"
    OLD = "old"
    LOCAL = "local"
    PROPOSED = "proposed"


class Meaning(Shape):
    """One sense of a word; `scope` where only one school or council uses it so."""

    text: Text
    scope: Scope = Scope()


class Term(Shape):
    """A word or abbreviation a parent may meet."""

    id: Id
    term: Text
    aliases: list[Text] = []
    meanings: list[Meaning] = Field(min_length=1)
    status: TermStatus
    now: Id | None = None
    sources: list[Id] = Field(min_length=1)
    provenance: list[FactId] = []


class Glossary(Shape):
    """The whole of `glossary.yml`."""

    glossary: list[Term]


class Claim(Shape):
    """What one source says about one question (`slot`)."""

    slot: Text
    source: Id
    value: Text
    scope: Scope = Scope()
    provenance: list[FactId] = []


class Claims(Shape):
    """The whole of `claims.yml`."""

    claims: list[Claim]


class Ruling(Shape):
    """A person's decision where claims on a slot differ."""

    slot: Text
    value: Text
    why: Text
    scope: Scope = Scope()
    decided_on: date
    provenance: list[FactId] = []


class Rulings(Shape):
    """The whole of `rulings.yml`."""

    rulings: list[Ruling]


class Unspoken(Shape):
    """A known fact that is never said."""

    id: FactId
    why: Text


class NotSpoken(Shape):
    """The whole of `not_spoken.yml`."""

    not_spoken: list[Unspoken]


class SafetyRoute(Shape):
    """One urgent route: its fixed message and the phrases that lead to it (see `safety/patterns.py`)."""

    id: Literal["danger_now", "adult_crisis", "child_concern"]
    message: Text
    phrases: list[Text] = Field(min_length=1)
    unless: list[Text] = []


class Safety(Shape):
    """The whole of `safety.yml`; the order of routes is their priority."""

    version: Literal[1]
    routes: list[SafetyRoute] = Field(min_length=1)
