"""What a card says before the parent edits it, read from the conversation as the ledger keeps it (masked)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from casework.card import Card
from casework.card_problems import LONGEST
from casework.ledger import Turn
from english.wording import join
from kb import queries
from kb.filling import Filler

QUESTIONS = 2
SENTENCES = 2
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def prefilled(session: Session, turns: list[Turn]) -> Card:
    """Give a card with the last questions, the last answer and the steps taken; all else is empty."""
    # A cry for help is the parent's to repeat, not ours.
    asked = [turn.text for turn in turns if turn.payload is None and turn.safety_route is None]
    return Card(
        question="\n".join(asked[-QUESTIONS:])[-LONGEST["question"] :],
        said=_last_answer(turns)[: LONGEST["said"]],
        tried=_steps_taken(session, turns),
    )


def _customs(turn: Turn) -> Iterator[dict[str, Any]]:
    return (message["custom"] for message in turn.reply or [] if message.get("custom"))


def _last_answer(turns: list[Turn]) -> str:
    """Give the first sentences of the newest answer: its first paragraph, without a list."""
    for turn in reversed(turns):
        text = ""
        for message in turn.reply or []:
            text = message.get("text") or text
            if (message.get("custom") or {}).get("kind") == "answer":
                return " ".join(SENTENCE_END.split(" ".join(text.split("\n\n")[0].split()))[:SENTENCES])
    return ""


def _steps_taken(session: Session, turns: list[Turn]) -> tuple[str, ...]:
    """Give the steps of the ladder below the newest one we gave: that one may not be taken yet.

    After the last step of all the hand-over says `last_step`; then none is left out.
    """
    school, inside, done = None, 0, False
    outside: dict[str, None] = {}
    for custom in (custom for turn in turns for custom in _customs(turn)):
        done = done or custom.get("reason") == "last_step"
        ladder, _, step = str(custom.get("answer") or "").partition("/")
        if ladder == "ladder" and custom.get("kind") == "answer":
            school = custom.get("school") or school
            place, _, name = step.partition("/")
            if place == "outside":
                outside[name] = None
            elif name.isdecimal():
                inside = max(inside, int(name))
    rungs = queries.ladder(session, school)
    if not outside:
        rungs = rungs[: max(inside - 1, 0)]
    filler = Filler(session, queries.school(session, school) if school else None, None)
    titles = {step.id: step.title for step in queries.outside_steps(session)}
    given = list(outside) if done else list(outside)[:-1]
    above = [titles[name] for name in given if name in titles]
    return (*(f"Talked to the {_people(filler, rung.roles)}" for rung in rungs), *above)


def _people(filler: Filler, roles: tuple[str, ...]) -> str:
    return join((filler.value_of(f"role.{role}") for role in roles), "or")
