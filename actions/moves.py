"""A school or council that changes in mid-conversation is said aloud: nobody gets a number unawares."""

from __future__ import annotations

from sqlalchemy.orm import Session

from actions.area import ELSEWHERE, Area
from actions.turn import Turn
from kb import queries


def moved(turn: Turn, area: Area, session: Session) -> str:
    """Give the sentence that says what changed, or nothing; informing is answered by its own action."""
    if turn.intent == "inform" or area.nation:
        return ""
    old_school = queries.school(session, turn.slots.get("school") or "")
    if old_school and area.school and area.school.id != old_school.id:
        return f"I will go by {area.school.name} now, not {old_school.name}."
    if old_school and area.school is None:
        place = area.council.short if area.council else "another area"
        return (
            f"I will go by {place} now, and leave {old_school.name} aside. "
            "If that is wrong, name the school again."
        )
    return _council_moved(turn, area, session)


def _council_moved(turn: Turn, area: Area, session: Session) -> str:
    before = turn.slots.get("council") or turn.widget_council
    if not before or area.assumed:
        return ""
    if area.elsewhere and before != ELSEWHERE:
        return "I will go by the area you live in now. I do not hold its own details."
    if area.council and before not in (area.council.id, ELSEWHERE):
        old = queries.council(session, before)
        return f"I will go by {area.council.short} now, not {old.short}." if old else ""
    return ""
