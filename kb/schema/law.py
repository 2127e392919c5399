"""`sources/*.yml` and `law/*.yml`: what we rely on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kb.schema.base import Duty, FactId, Id, Shape, Text


class SourceKind(StrEnum):
    """What sort of document a source is."""

    LAW = "law"
    CODE = "code"
    GUIDANCE = "guidance"
    SCHOOL = "school"
    COUNCIL = "council"
    SERVICE = "service"


class Status(StrEnum):
    """Whether a rule binds today."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"
    REPLACED = "replaced"


class Verified(StrEnum):
    """How we know a rule: read in it, read about it, only in a source document, or only believed."""

    READ = "read"
    SECOND_HAND = "second_hand"
    SEED = "seed"
    BELIEVED = "believed"


class Source(Shape):
    """A document. `dated` says in words how old it is, where that is known."""

    id: Id
    title: Text
    url: str | None
    kind: SourceKind
    dated: str | None = None
    checked_on: date


class Sources(Shape):
    """The whole of one file of `sources/`."""

    sources: list[Source]


class LawRule(Shape):
    """One section, regulation or Code paragraph, in our own words."""

    id: Id
    source: Id
    paragraph: Text
    status: Status
    duty: Duty
    says: Text
    verified: Verified
    checked_on: date
    provenance: list[FactId] = []


class Law(Shape):
    """The whole of one file of `law/`."""

    law: list[LawRule]
