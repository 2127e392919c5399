"""The letter page's form: its fields, what a link may fill in, and what was typed. Nothing here is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from werkzeug.datastructures import MultiDict

from gateway.letter_council import Addressee
from gateway.words import seen
from letters.birth import birth_date
from letters.problems import LONGEST
from letters.request import AREAS, Request, Who
from letters.voices import VOICES

WRITERS = {
    "parent": "A parent, or someone who has care of the child",
    "young_person": "A young person over school-leaving age and under 25, for myself",
    "school": "Someone acting for a school or college",
    "other": "Someone else, such as a health visitor or social worker",
}
# Far over the limit, so that a long paste is told of and given back, not refused as too large a body.
MOST_TYPED = 2 * LONGEST
BIRTH = ("birth_day", "birth_month", "birth_year")


@dataclass(frozen=True)
class Field:
    """A box to type in; `rows` is 1 for a single line, `fills` what a browser may fill in by itself."""

    name: str
    label: str
    hint: str = ""
    rows: int = 1
    fills: str = "off"


CHILD = (
    Field("child", "Name of the child or young person", "If you write for yourself, this is your own name."),
    Field("school", "School, nursery or college"),
)
OWN_WORDS = (
    Field("hard", "What is hard", "At home, at school or anywhere else. Examples help.", 6),
    Field("tried", "What help has been tried, and what came of it", "", 6),
    Field("why", "Why an EHC plan may be needed", "What more may be needed than there is now?", 6),
    Field(
        "evidence", "Papers you will send with the letter", "One on each line. You can send what you have.", 4
    ),
)
WRITER = (
    Field("writer", "Your name", fills="name"),
    Field("address", "Your address", rows=3, fills="street-address"),
    Field("contact", "Your phone number or e-mail"),
)
COUNCIL_ADDRESS = Field(
    "council_address",
    "Address of the council's SEND team, if you know it",
    "If you could not choose the council, put its name first.",
    3,
)
BOXES = (*CHILD, *OWN_WORDS, *WRITER, COUNCIL_ADDRESS)
LABELS = {
    "who": "Who asks",
    "birth_day": "Date of birth, day",
    "birth_month": "Date of birth, month",
    "birth_year": "Date of birth, year",
    **{field.name: field.label for field in BOXES},
}


@dataclass(frozen=True)
class Typed:
    """The form as it was sent: texts by field name (who and council among them) and ids of areas of need."""

    fields: dict[str, str]
    needs: tuple[str, ...]


def from_link(query: MultiDict[str, str], councils: frozenset[str]) -> Typed:
    """Give what a link may choose: who, council and needs. Private words in a link are never taken up."""
    return Typed(_choices(query, councils), _needs(query))


def from_form(form: MultiDict[str, str], councils: frozenset[str]) -> Typed:
    """Give what was sent, without characters that nobody can see; unknown choices count as not made."""
    fields = _choices(form, councils)
    for box in BOXES:
        text = seen(form.get(box.name, ""))
        fields[box.name] = text if box.rows > 1 else " ".join(text.split())
    fields |= {name: seen(form.get(name, "")) for name in BIRTH}
    return Typed(fields, _needs(form))


def to_request(typed: Typed, addressee: Addressee, today: date) -> Request:
    """Give the letter's contents. An address that was typed goes before the one we hold."""
    fields = typed.fields
    return Request(
        dated=today,
        who=cast(Who, fields["who"]),
        writer=fields["writer"],
        address=fields["address"],
        contact=fields["contact"],
        child=fields["child"],
        birth=birth_date(fields),
        school=fields["school"],
        council=addressee.name,
        council_address=fields["council_address"] or addressee.address,
        needs=typed.needs,
        hard=fields["hard"],
        tried=fields["tried"],
        why=fields["why"],
        evidence=fields["evidence"],
    )


def _choices(given: MultiDict[str, str], councils: frozenset[str]) -> dict[str, str]:
    who, council = given.get("who", ""), given.get("council", "")
    return {
        "who": who if who in VOICES else "parent",
        "council": council if council in councils else "",
    }


def _needs(given: MultiDict[str, str]) -> tuple[str, ...]:
    """Take needs=a,b and needs=a&needs=b alike, in the Code's order."""
    chosen = ",".join(given.getlist("needs")).split(",")
    return tuple(area for area in AREAS if area in chosen)
