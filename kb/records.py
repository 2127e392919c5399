"""What queries give: frozen dataclasses, safe to keep after the session is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class Reference:
    """A document or rule an answer rests on: `law` is a "must" of an Act or regulations, `code` the Code."""

    id: str
    title: str
    paragraph: str | None
    url: str | None
    dated: str | None
    status: str
    verified: str
    checked_on: date
    law: bool = False
    code: bool = False


@dataclass(frozen=True)
class Answer:
    """One answer, tokens unfilled. `council`, `school` and `phase` are its scope (None: everywhere)."""

    id: str
    topic: str
    text: str
    duty: str
    council: str | None
    school: str | None
    phase: str | None
    is_default: bool
    handoff: str
    checked_on: date
    review_by: date
    questions: tuple[str, ...]
    references: tuple[Reference, ...]
    next_ids: tuple[str, ...]
    expires_on: date | None = None
    after_expiry: str | None = None

    def text_on(self, day: date) -> str:
        """Give what may still be said on `day`: an expired answer changes its wording."""
        if self.expires_on and self.after_expiry and day >= self.expires_on:
            return self.after_expiry
        return self.text


@dataclass(frozen=True)
class Person:
    """A role at a school and who holds it, if a name is known."""

    role: str
    title: str
    names: tuple[str, ...]
    does: tuple[str, ...]


@dataclass(frozen=True)
class School:
    """A school we know."""

    id: str
    name: str
    council: str
    phase: str
    source: Reference
    people: tuple[Person, ...]
    plans: tuple[str, ...]

    def person(self, role: str) -> Person | None:
        """Give who holds `role`, or None where the school's page does not say."""
        return next((person for person in self.people if person.role == role), None)


@dataclass(frozen=True)
class Rung:
    """One step of a ladder; `roles` may be spoken to in any order."""

    position: int
    roles: tuple[str, ...]
    do: str


@dataclass(frozen=True)
class OutsideStep:
    """A step above every school's ladder; it `settles` the problems of these ids, `fits` says so in words."""

    id: str
    title: str
    do: str
    fits: str
    settles: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Contact:
    """How to reach a service; None for what we cannot vouch for."""

    id: str
    name: str
    what: str
    phone: str | None
    text_phone: str | None
    email: str | None
    address: str | None
    website: str | None
    status: str
    source: Reference


@dataclass(frozen=True)
class Hours:
    """Local opening times on some days of the week (0 is Monday)."""

    weekdays: frozenset[int]
    opens: time
    closes: time


@dataclass(frozen=True)
class AdviceLine:
    """An area's impartial advice service; `closures` are dates it is shut besides bank holidays."""

    council: str
    name: str
    also_known_as: tuple[str, ...]
    phone: str | None
    text_phone: str | None
    email: str | None
    website: str | None
    hours: tuple[Hours, ...]
    closures: frozenset[date]
    status: str
    source: Reference


@dataclass(frozen=True)
class LocalOffer:
    """Where a council's Local Offer is published."""

    name: str
    website: str | None
    status: str
    source: Reference


@dataclass(frozen=True)
class Council:
    """A council whose area we know."""

    id: str
    name: str
    short: str
    local_offer: LocalOffer
    advice_line: AdviceLine


@dataclass(frozen=True)
class Meaning:
    """One sense of a word."""

    text: str
    council: str | None
    school: str | None


@dataclass(frozen=True)
class Term:
    """A word, its senses, and the word used today if it is old."""

    id: str
    term: str
    status: str
    now: str | None
    meanings: tuple[Meaning, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Rule:
    """What one rule in force says, in our own words; `kind` is that of its document (law, code...)."""

    reference: Reference
    kind: str
    duty: str
    says: str


@dataclass(frozen=True)
class Meeting:
    """Whom to ask about a topic at a meeting, and what; tokens unfilled. `title` is the topic's."""

    topic: str
    title: str
    whom: str
    ask: tuple[str, ...]
