"""Which answers of a conversation belong on its meeting sheet; a kept reply may be old."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from casework.ledger import Turn
from deadlines.steps import step
from kb import queries
from kb.records import Answer, Council, School

MOST = 8  # topics: more would not fit one page
ANSWER_ID = re.compile(r"[a-z0-9_-]{1,80}/[a-z0-9_-]{1,79}")


@dataclass
class Told:
    """What was said on one topic: the newest answer that holds here, and the last days by deadline id.

    `answer` is None where only an action spoke (dates, a step of the ladder) or the answer is gone.
    """

    topic: str
    answer: Answer | None = None
    dates: dict[str, date] = field(default_factory=dict)


def told(
    session: Session,
    turns: list[Turn],
    topics: Collection[str],
    council: Council | None,
    school: School | None,
) -> list[Told]:
    """Give what was said on each of `topics`, in the order of its newest answer; only the last eight."""
    found: dict[str, Told] = {}
    for custom in _answers(turns):
        topic = custom.get("topic")
        if not isinstance(topic, str) or topic not in topics:
            continue
        one = found.pop(topic, None) or Told(topic)
        found[topic] = one
        one.answer = _answer(session, custom, topic, council, school) or one.answer
        one.dates |= dict(_dates(custom))
    return list(found.values())[-MOST:]


def school_of(session: Session, turns: list[Turn], council_id: str | None) -> School | None:
    """Give the school of the newest answer, unless the council has changed since."""
    *_, last = [{}, *_answers(turns)]
    known = {school_id for school_id, _ in queries.school_names(session)}
    school_id = last.get("school")
    if not isinstance(school_id, str) or school_id not in known or last.get("council") != council_id:
        return None
    return queries.school(session, school_id)


def _answers(turns: list[Turn]) -> Iterator[dict[str, Any]]:
    for turn in turns:
        for message in turn.reply or []:
            custom = message.get("custom") or {}
            if custom.get("kind") == "answer":
                yield custom


def _answer(
    session: Session, custom: dict[str, Any], topic: str, council: Council | None, school: School | None
) -> Answer | None:
    """Give the answer as it stands today, unless it was for another council or school."""
    answer_id = custom.get("answer")
    if not isinstance(answer_id, str) or not ANSWER_ID.fullmatch(answer_id):
        return None
    answer = queries.answer(session, answer_id)
    if answer is None or answer.topic != topic:
        return None
    here = (None, council.id if council else None), (None, school.id if school else None)
    return answer if answer.council in here[0] and answer.school in here[1] else None


def _dates(custom: dict[str, Any]) -> Iterator[tuple[str, date]]:
    given = custom.get("dates")
    for one in given if isinstance(given, list) else []:
        name, on = (one.get("id"), one.get("on")) if isinstance(one, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(on, str) or step(name) is None:
            continue
        try:
            yield name, date.fromisoformat(on)
        except ValueError:
            continue
