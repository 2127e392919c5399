"""Which answer of a topic: the one whose question is nearest, at the narrowest place that fits."""

from __future__ import annotations

from sqlalchemy.orm import Session

from actions.area import Area
from actions.turn import Turn
from kb import queries
from kb.records import Answer

NEAR_ENOUGH = 0.3
SCHOOL_BONUS, COUNCIL_BONUS, USUAL_BONUS = 0.3, 0.15, 0.05
# What may be offered as a button beside the answer: the finder's first answer is right in 9 of 10 questions,
# one of its first three in 19 of 20. Wide on purpose, and not tuned: a button too many costs little.
CLOSE, WORTH_OFFERING = 0.3, 0.15
NAMED_BONUS = 0.3  # the parent names the school in this very message


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
    named = queries.answer(session, f"{topic}/{turn.entity('answer')}") if turn.entity("answer") else None
    if named and _holds_here(named, area):
        return named
    found = answers_here(session, topic, area)
    if not found:
        return None
    near = [answer for answer in found if turn.answer_scores.get(answer.id, 0.0) >= NEAR_ENOUGH]
    usual = _usual(found)
    return max(near or [usual or found[0]], key=lambda answer: _score(answer, usual, turn))


def close_answers(session: Session, chosen: Answer, area: Area, turn: Turn) -> list[Answer]:
    """Give up to two other answers of the topic that come next; the parent may have meant them."""
    if turn.pressed:
        return []
    limit = max(turn.answer_scores.get(chosen.id, 0.0) - CLOSE, WORTH_OFFERING)
    others = [answer for answer in answers_here(session, chosen.topic, area) if answer.id != chosen.id]
    near = [answer for answer in others if turn.answer_scores.get(answer.id, 0.0) >= limit]
    return sorted(near, key=lambda answer: -turn.answer_scores[answer.id])[:2]


def _holds_here(answer: Answer, area: Area) -> bool:
    """Tell whether an answer named by a button is for this place; any phase will do."""
    council = area.council.id if area.council else None
    school = area.school.id if area.school else None
    return answer.council in (None, council) and answer.school in (None, school)


def _usual(found: list[Answer]) -> Answer | None:
    """Give the answer for a question that only names the topic: the school's own people, else the default."""
    own = [answer for answer in found if answer.school and answer.id.endswith(f"/at-{answer.school}")]
    return next(iter(own or [answer for answer in found if answer.is_default]), None)


def _score(answer: Answer, usual: Answer | None, turn: Turn) -> float:
    bonus = SCHOOL_BONUS if answer.school else COUNCIL_BONUS if answer.council else 0.0
    bonus += NAMED_BONUS if answer.school and answer.school == turn.entity("school") else 0.0
    usual_bonus = USUAL_BONUS if answer is usual and not turn.follows else 0.0
    return turn.answer_scores.get(answer.id, -1.0) + bonus + usual_bonus
