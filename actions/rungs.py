"""The steps of a ladder: which were tried, and who comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rasa_sdk.events import SlotSet

from actions.ask_area import ask_school
from actions.base import Events
from actions.outside import next_outside
from actions.reply import Reply
from actions.turn import Turn
from english.wording import join
from kb import queries
from kb.records import Reference, Rung
from kb.speech import CONFIRM_WITH_SCHOOL, person_named, source_line

TOPIC = "not_happy_with_support"
TRIED = re.compile(
    r"\b(spoke|spoken|speaking|talk(ed|ing)|seen|saw|met|meetings?|e-?mailed|told|asked|tried|been|went|gone|wrote"
    r"|written|rang|called|raised|complained|done|after|already)\b",
    re.IGNORECASE,
)
ON_THE_LADDER = frozenset({"ladder_step", "not_happy_with_support"})
PEOPLE = frozenset(
    {"teacher_role", "teaching_assistant_role", "senco_role", "headteacher_role", "governor_role"}
)
NO_HELP = re.compile(
    r"\b(nothing|not|no|never|still|isn'?t|hasn'?t|won'?t|doesn'?t|don'?t|didn'?t|ignor\w+|useless|worse|fobbed)\b",
    re.I,
)
FEW_WORDS = 4  # "and the head": a person named right after a step was seen too
# How high a role stands, at any school: who has seen someone higher has no need of the steps below.
HEIGHTS = (
    {"teaching_assistant"},
    {"class_teacher", "form_tutor", "subject_teacher"},
    {"curriculum_leader", "year_learning_manager"},
    {"senco", "assistant_senco", "inclusion_lead"},
    {"headteacher"},
    {"sen_governor", "governors", "education_advisory_board"},
)


def tells_of_tries(turn: Turn) -> bool:
    """Tell whether the parent says that they have seen someone: a role and a word of having tried."""
    return bool(turn.entities.get("role") and TRIED.search(turn.text))


def is_on_the_ladder(turn: Turn) -> bool:
    """Tell whether this turn goes on from a step we gave: "and I have met the SENCO as well"."""
    if turn.slots.get("last_topic") not in ON_THE_LADDER or not turn.entities.get("role") or "?" in turn.text:
        return False
    return tells_of_tries(turn) or bool(NO_HELP.search(turn.text)) or len(turn.text.split()) <= FEW_WORDS


def complains(turn: Turn) -> bool:
    """Tell whether the parent has seen someone and it did not help, in whatever words the topic was read."""
    return (
        turn.intent in PEOPLE
        and tells_of_tries(turn)
        and bool(NO_HELP.search(turn.text))
        and "?" not in turn.text
    )


def next_step(turn: Turn, reply: Reply, tried_now: bool = True) -> Events:
    """Say the next untried step, and remember what was tried. No step is offered twice."""
    school = reply.area.school
    rungs = queries.ladder(reply.session, school.id if school else None)
    if turn.entity("problem"):
        return next_outside(turn, reply, set(turn.slots.get("ladder_tried") or []), tried_now=False)
    moved_school = school and turn.slots.get("school") not in (None, school.id)
    # Another school is another child's, or a new start: nobody there has been seen yet.
    before = set() if moved_school else set(turn.slots.get("ladder_tried") or [])
    named = set(turn.entities.get("role") or []) if tried_now else set()
    reached_before = max(_reached(rungs, before), default=-1)
    highest = max([reached_before, *_reached(rungs, named)])
    if tried_now and not named:
        highest += 1  # "done that": the step we offered last
    tried = sorted({role for rung in rungs[: highest + 1] for role in rung.roles} | before | named)
    remembered = [SlotSet("ladder_tried", tried), *([SlotSet("problem", None)] if moved_school else [])]
    if highest + 1 < len(rungs):
        _say_rung(rungs[highest + 1], highest >= 0, reply)
        return remembered if school else [*remembered, *ask_school("ladder_step", reply)]
    above = tried_now and reached_before == len(rungs) - 1
    return next_outside(turn, reply, set(tried), tried_now=above)


def _reached(rungs: list[Rung], roles: Iterable[str]) -> list[int]:
    """Give the rungs that are reached by having seen `roles`, some of which this ladder may not name."""
    highest = max(map(_height, roles), default=-1)
    return [index for index, rung in enumerate(rungs) if min(map(_height, rung.roles)) <= highest]


def _height(role: str) -> int:
    return next((height for height, roles in enumerate(HEIGHTS) if role in roles), -1)


def _say_rung(rung: Rung, moved_on: bool, reply: Reply) -> None:
    school = reply.area.school
    people = [person for role in rung.roles if school and (person := school.person(role)) and person.names]
    lead = "Thank you for telling me what you have tried." if moved_on else ""
    parts = [lead, reply.filler.fill(rung.do)]
    if school and people:
        parts.append(f"At {school.name} the page names {join(map(person_named, people))}.")
    parts.append("If that does not help, come back and tell me. I will give you the next step.")
    references: tuple[Reference, ...] = (school.source,) if school else ()
    parts += [CONFIRM_WITH_SCHOOL, source_line(references)] if school else []
    custom = reply.custom(
        topic=TOPIC,
        answer=f"ladder/{school.id if school else 'any-school'}/{rung.position + 1}",
        duty="local" if school else "info",
        references=references,
    )
    reply.say("\n\n".join(part for part in parts if part), custom)
    reply.buttons.append({"title": "I have done that", "payload": "/ladder_step"})
