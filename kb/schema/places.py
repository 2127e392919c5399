"""`schools/`, `councils/`, `contacts.yml`, `ladders.yml`: who and where."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from kb.schema.base import Dated, FactId, Freshness, Id, Note, Phase, Role, Shape, Text

PostcodeDistrict = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}\d[A-Z\d]?$")]
PostcodeArea = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Person(Shape):
    """A role at one school, who holds it if we were told, and what the school says it does."""

    role: Role
    title: Text
    names: list[Text] = []
    does: list[Text] = []
    provenance: list[FactId] = []


class Plan(Shape):
    """A written plan a school uses."""

    name: Text
    written_by: Text | None = None
    holds: list[Text] = []
    reviewed: Text | None = None
    who_takes_part: Text | None = None
    provenance: list[FactId] = []


class Agency(Shape):
    """A specialist service a school works with."""

    name: Text
    kind: Literal["council", "health", "other"]
    helps_with: Text | None = None
    provenance: list[FactId] = []


class Rung(Shape):
    """One step of an escalation ladder; any of its roles may be spoken to."""

    roles: list[Role] = Field(min_length=1)
    do: Text
    provenance: list[FactId] = []


class OutsideStep(Shape):
    """A step above every school's own ladder."""

    id: Id
    title: Text
    settles: list[Id]
    do: Text
    fits: Text
    sources: list[Id] = Field(min_length=1)
    provenance: list[FactId] = []


class Problem(Shape):
    """What a parent may still be unhappy about after the school's own steps."""

    id: Id
    title: Text


class Ladders(Shape):
    """The whole of `ladders.yml`."""

    default: list[Rung] = Field(min_length=1)
    problems: list[Problem] = Field(min_length=1)
    after_school: list[OutsideStep] = Field(min_length=1)


class School(Dated):
    """The whole of one `schools/<school>.yml`."""

    id: Id
    name: Text
    aliases: list[Text] = []
    council: Id
    phase: Phase
    source: Id
    people: list[Person] = Field(min_length=1)
    plans: list[Plan] = []
    agencies: list[Agency] = []
    ladder: list[Rung] = Field(min_length=1)
    notes: list[Note] = []


class Contact(Shape):
    """How to reach a service. Every part that we cannot vouch for is null."""

    id: Id
    name: Text
    what: Text
    phone: str | None = None
    text_phone: str | None = None
    email: str | None = None
    address: str | None = None
    website: str | None = None
    status: Freshness
    source: Id
    provenance: list[FactId] = []


class Contacts(Shape):
    """The whole of `contacts.yml`."""

    contacts: list[Contact]


class Hours(Shape):
    """When a line is answered, in local time (Europe/London)."""

    days: list[Day] = Field(min_length=1)
    opens: ClockTime
    closes: ClockTime

    @model_validator(mode="after")
    def _opens_first(self) -> Self:
        if self.closes <= self.opens:
            raise ValueError("closes must be later than opens")
        return self


class AdviceLine(Shape):
    """An area's impartial SEND advice service (SENDIASS)."""

    name: Text
    also_known_as: list[Text] = []
    phone: str | None = None
    text_phone: str | None = None
    email: str | None = None
    website: str | None = None
    hours: list[Hours] = []
    closures: list[date] = []
    status: Freshness
    source: Id
    provenance: list[FactId] = []


class LocalOffer(Shape):
    """Where a council publishes its Local Offer."""

    name: Text
    website: str | None = None
    status: Freshness
    source: Id
    categories: list[Text] = []
    provenance: list[FactId] = []


class Council(Dated):
    """The whole of one `councils/<council>.yml`."""

    id: Id
    name: Text
    short: Text
    aliases: list[Text] = []
    places: list[Text] = []
    postcode_districts: list[PostcodeDistrict] = []
    shared_districts: list[PostcodeDistrict] = []
    source: Id
    local_offer: LocalOffer
    contacts: list[Contact] = []
    advice_line: AdviceLine
    notes: list[Note] = []


class NationPostcodes(Shape):
    """The two letters that a nation's postcodes start with."""

    england: list[PostcodeArea]
    wales: list[PostcodeArea]
    scotland: list[PostcodeArea]
    northern_ireland: list[PostcodeArea]


class FarPlaces(Shape):
    """The whole of `far_places.yml`: places of councils whose details we do not hold."""

    england: list[Text]
    wales: list[Text]
    scotland: list[Text]
    northern_ireland: list[Text]
    postcodes: NationPostcodes
