"""Above the school: the ways that the law gives for this problem, one at a time, none twice."""

from __future__ import annotations

import re

from rasa_sdk.events import SlotSet

from actions.base import Events
from actions.handoff import hand_over
from actions.reply import Reply
from actions.turn import Turn
from english.wording import lower_first
from kb import queries
from kb.records import OutsideStep
from kb.speech import source_line

TOPIC = "not_happy_with_support"
MARK = "step:"  # tells a step above the school from a person in `ladder_tried`
# What parents say when a problem, or a way that was tried, is meant; a problem not heard is asked for.
PROBLEM_WORDS = {
    "discrimination": re.compile(r"\b(discriminat\w+|treated (worse|differently|unfairly) because)\b", re.I),
    "decision": re.compile(
        r"\b(refus\w+ (to assess|an? (assessment|plan))|appeal\w*|turned (us|him|her|it) down|council said no"
        r"|(dis|not |n't )agree\w* with (the )?(decision|plan|council))\b",
        re.I,
    ),
    "late": re.compile(
        r"\b((council|la|local authority|plan|decision) (is|are|was|has been) (very |really |so )?"
        r"(late|overdue)"
        r"|(council|la|local authority) (has|have|does|do|did)(n't| not|nt) (repl\w+|answer\w*|respond\w*)"
        r"|past (the )?(6|16|20) weeks|over 20 weeks)\b",
        re.I,
    ),
    "delivery": re.compile(
        r"\b(section f|in (his|her|their|the|my \w+'?s) (ehc ?p|ehc plan|plan))\b"
        r".*\b(not|n't|never|isnt|arent|without)\b"
        r"|\b(not|n't|never|isnt|arent)\b.*\b(in|from) (his|her|their|the) (ehc ?p|ehc plan)\b",
        re.I,
    ),
    "support": re.compile(r"\b(sen support|the school'?s? (own )?help)\b", re.I),
}
STEP_WORDS = {
    "school_complaint": re.compile(
        r"\b(formal\w* complain\w*|complaints? (procedure|policy)"
        r"|complain\w* to (the )?(school|head|governors|trust))",
        re.I,
    ),
    "department_for_education": re.compile(r"\b(department (for|of) education|dfe)\b", re.I),
    "council": re.compile(r"\bcomplain\w* to (the )?(council|la|local authority)\b", re.I),
    "ombudsman": re.compile(r"\b(ombudsman|lgsco)\b", re.I),
    "tribunal": re.compile(r"\b(appealed|been to (the )?tribunal)\b", re.I),
}


def next_outside(turn: Turn, reply: Reply, tried: set[str], tried_now: bool) -> Events:
    """Say the next way for this problem, or ask which problem it is; after the last, hand over.

    `tried`: roles seen and ways tried so far. `tried_now`: the way offered last was tried.
    """
    told = turn.entity("problem") or _heard(turn)
    problem = told or turn.slots.get("problem")
    titles = dict(queries.problems(reply.session))
    if problem not in titles:
        return [SlotSet("ladder_tried", sorted(tried)), *_ask_problem(list(titles.items()), reply)]
    steps = [step for step in queries.outside_steps(reply.session) if problem in step.settles]
    named = {MARK + name for name, words in STEP_WORDS.items() if words.search(turn.text)} - tried
    untried = [step for step in steps if MARK + step.id not in tried | named]
    if tried_now and not told and not named and untried:
        named = {MARK + untried.pop(0).id}
    tried = tried | named
    remembered = [SlotSet("problem", problem), SlotSet("ladder_tried", sorted(tried))]
    if not untried:
        return [*remembered, *hand_over("last_step", reply)]
    _say_step(untried[0], titles[problem], reply)
    return remembered


def _heard(turn: Turn) -> str | None:
    if turn.pressed:
        return None
    return next((name for name, words in PROBLEM_WORDS.items() if words.search(turn.text)), None)


def _ask_problem(problems: list[tuple[str, str]], reply: Reply) -> Events:
    where = f"at {reply.area.school.name}" if reply.area.school else "inside the school"
    text = (
        f"You have been through the steps {where}. What comes next depends on the problem, because the law "
        "gives each one its own way. Which is nearest?"
    )
    reply.buttons += [
        {"title": title, "payload": f'/ladder_step{{"problem": "{name}"}}'} for name, title in problems
    ]
    advice = reply.filler.value_of("advice_line.contact")
    reply.say(
        f"{text}\n\nYou can talk it over with someone at any step. {advice}",
        {"kind": "ask_problem", "options": [name for name, _ in problems]},
    )
    return []


def _say_step(step: OutsideStep, problem: str, reply: Reply) -> None:
    custom = reply.custom(
        topic=TOPIC,
        answer=f"ladder/outside/{step.id}",
        duty="info",
        references=step.references,
    )
    parts = [
        f'You told me: "{problem}". The next step: {lower_first(step.title)}.',
        reply.filler.fill(step.do),
        f"When it fits: {step.fits}",
        f"Free advice at any step: {reply.filler.value_of('advice_line.name')}.",
        "If that does not settle it, come back and tell me. I will give you the next step.",
        source_line(step.references),
    ]
    reply.say("\n\n".join(part for part in parts if part), custom)
    reply.buttons += [
        {"title": "I have done that", "payload": "/ladder_step"},
        {"title": "Talk to a person", "payload": "/human_handoff"},
    ]
