"""Whose school and whose council: settled before any number, name or local habit is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rasa_sdk.events import SlotSet
from sqlalchemy.orm import Session

from actions.turn import Turn
from kb import queries
from kb.records import Council, School

ELSEWHERE, ENGLAND = "elsewhere", "england"
# A far place counts when the parent lives there, not when only a school or a hospital does.
LIVES = re.compile(
    r"\b(live|lives|living|moved|moving|move|based|(we|i) ?(am|are|'m|'re|m|re)|im|we're|were|from|home is"
    r"|resident)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Area:
    """Where the parent is, as far as we know.

    `council` is where they live: told by them, or set by the council page the chat stands on, or
    else `assumed` to be their school's. `elsewhere`: they said none of the councils we know.
    `nation`: they live in another nation of the United Kingdom, which has its own law.
    """

    school: School | None
    council: Council | None
    assumed: bool
    elsewhere: bool
    phase: str | None
    nation: str | None = None

    @property
    def known(self) -> bool:
        """Tell whether a council is known, or known to be none of ours."""
        return self.council is not None or self.elsewhere

    def slots(self) -> list[dict[str, Any]]:
        """Give the events that remember this area for later turns."""
        told = self.council.id if self.council and not self.assumed else None
        return [
            SlotSet("school", self.school.id if self.school else None),
            SlotSet("council", ELSEWHERE if self.elsewhere else told),
            SlotSet("phase", self.phase),
            SlotSet("nation", self.nation),
        ]


def settle_area(turn: Turn, session: Session) -> Area:
    """Work out the area from this message, earlier turns and the page, in that order.

    A council named now that is not the school's lets go of a school remembered from before.
    """
    said_school, said_council = turn.entity("school"), turn.entity("council")
    school = queries.school(session, said_school or turn.slots.get("school") or "")
    told = said_council or turn.slots.get("council")
    if said_council and not said_school and school and school.council != said_council:
        school = None
    far = _lives_far(turn, known=bool(told or school or turn.widget_council)) if not said_council else None
    nation = far or (None if said_council else turn.slots.get("nation"))
    another = said_school and said_school != turn.slots.get("school")
    if another and school and not said_council and told not in (None, ELSEWHERE, school.council):
        # Another school than before: an old council may have been another child's or a guess.
        told = None
    if far or told == ELSEWHERE:
        # Families cross borders: the school stays; only the council's own details are not ours to give.
        nation = None if nation == ENGLAND else nation
        return Area(school, None, False, True, _phase(turn, school), nation)
    council = queries.council(session, told or turn.widget_council or "")
    assumed = council is None and school is not None
    if assumed and school:
        council = queries.council(session, school.council)
    return Area(school, council, assumed, False, _phase(turn, school))


def _phase(turn: Turn, school: School | None) -> str | None:
    return school.phase if school else turn.entity("phase") or turn.slots.get("phase")


def _lives_far(turn: Turn, known: bool) -> str | None:
    """Give the nation of a far place if the parent lives there or nothing is known."""
    far = turn.entity("far")
    return far if far and (not known or LIVES.search(turn.text)) else None
