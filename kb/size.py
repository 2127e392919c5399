"""How much the knowledge base holds, for those who say so to parents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kb import models as m


@dataclass(frozen=True)
class Size:
    """Topics that have answers; answers, `local` of them for one council or school only; words explained.

    The oldest and newest day on which an answer was checked are None in an empty knowledge base.
    """

    topics: int
    answers: int
    local: int
    terms: int
    oldest_check: date | None
    newest_check: date | None


def size(session: Session) -> Size:
    """Count what is in the build in use."""
    row = m.AnswerRow
    placed = row.council.is_not(None) | row.school.is_not(None)
    checks = session.execute(select(func.min(row.checked_on), func.max(row.checked_on))).one()
    return Size(
        topics=session.scalar(select(func.count(row.topic.distinct()))) or 0,
        answers=session.scalar(select(func.count()).select_from(row)) or 0,
        local=session.scalar(select(func.count()).select_from(row).where(placed)) or 0,
        terms=session.scalar(select(func.count()).select_from(m.TermRow)) or 0,
        oldest_check=checks[0],
        newest_check=checks[1],
    )
