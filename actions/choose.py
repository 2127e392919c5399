"""Which answer of a topic: the one whose question is nearest, at the narrowest place that fits."""

from __future__ import annotations

from sqlalchemy.orm import Session

from actions.area import Area
from actions.turn import Turn
from kb import queries
from kb.records import Answer

NEAR_ENOUGH = 0.42
SCHOOL_BONUS, COUNCIL_BONUS = 0.12, 0.05


def answers_here(session: Session, topic: str, area: Area) -> list[Answer]:
    """Give the topic's answers that hold for this area."""
    council = area.council.id if area.council else None
    school = area.school.id if area.school else None
    return queries.answers(session, topic, council, school, area.phase)


def choose_answer(session: Session, topic: str, area: Area, turn: Turn) -> Answer | None:
    """Give the best answer, or None if the topic has none.

    A button names its answer. Otherwise the nearest heading wins, with a bonus for the parent's own
    school or council; when nothing is near, the school's own answer, then the topic's default.
    """
    found = answers_here(session, topic, area)
    named = turn.entity("answer")
    for answer in found:
        if named and answer.id == f"{topic}/{named}":
            return answer
    if not found:
        return None
    best = max(found, key=lambda answer: _score(answer, turn))
    if turn.answer_scores.get(best.id, 0.0) >= NEAR_ENOUGH:
        return best
    own = [answer for answer in found if answer.school and answer.id == f"{topic}/at-{answer.school}"]
    return next(iter(own or [answer for answer in found if answer.is_default]), best)


def _score(answer: Answer, turn: Turn) -> float:
    bonus = SCHOOL_BONUS if answer.school else COUNCIL_BONUS if answer.council else 0.0
    return turn.answer_scores.get(answer.id, -1.0) + bonus
