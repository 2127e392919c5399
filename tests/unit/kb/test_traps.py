"""Wrong answers that the source documents invite (T-01 to T-31 of the fact base): no text falls for them.

A rule looks at one sentence, or at a whole passage. What matches `says` must also match `unless`. Each rule
carries a sentence that falls for the trap, so that a rule that catches nothing is noticed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from kb.schema.base import Scope


class Passage(NamedTuple):
    where: str
    scope: Scope
    text: str


class Trap(NamedTuple):
    says: str
    unless: str
    falls: str
    whole: bool = False


NEVER = r"(?!)"
OLD = r"\b(old|older|once|ended|gone|replaced|no longer)\b"
TRAPS = {
    "T-01 severe": Trap(r"severe|lifelong|complex enough|complex and", r"\bnot\b", "Needs must be severe."),
    "T-02 rounds": Trap(
        r"(two|three|\d) (or more |or three )?(cycles|rounds)|six months",
        r"\b(nobody|some councils|it says|this council says|council's website)\b",
        "You need two cycles first.",
    ),
    "T-02 local test": Trap(
        r"council says (?!no\b)[^.]*(rounds|Local Offer)|six months",
        r"not a rule in law|not the (law|test)|by law|in law|you can (still )?ask|must assess",
        "The council says two rounds. So wait.",
        whole=True,
    ),
    "T-04 national plan": Trap(r"Individual Support Plan|\bISPs?\b", r"propos|Ash Hill|academy", "An ISP."),
    "T-05 old words": Trap(
        r"School Action|\bIPRAs?\b|\bCAF\b|\bIEPs?\b|NASENCO|Clause 65|\bStatements\b",
        OLD,
        "Ask for an IEP.",
        whole=True,
    ),
    "T-05 bill": Trap(r"Families Bill", NEVER, "The Children and Families Bill says so."),
    "T-06 exempt": Trap(r"SENCO.*\b2014\b|\b2014\b.*SENCO", NEVER, "A SENCO before 2014 needs no award."),
    "T-07 appeal": Trap(
        r"(council|it) (says no|refuses|refused)|answer is no",
        r"appeal|Tribunal|what to do when the council says no",
        "If the council says no, the school goes on.",
        whole=True,
    ),
    "T-08 both limits": Trap(
        r"(^|[.\n])((?!adviser|[Cc]ontact|certificate)[^.\n])*2 months (from|of) [^.\n]*(letter|decision)",
        r"(?s)(1 month .*\blater|\blater.* 1 month)",
        "Appeal within 2 months of the letter.",
        whole=True,
    ),
    "T-08 calendar": Trap(
        r"working (days|weeks)", r"certificate|not working|websites say|other steps", "In 30 working days."
    ),
    "T-09 mediate": Trap(r"\bmediate\b", r"\b(not|never)\b", "You must mediate first."),
    "T-11 ombudsman": Trap(
        r"(Ombudsman|LGSCO).*\bschools?\b|\bschools?\b.*(Ombudsman|LGSCO)",
        r"\b(cannot|never)\b",
        "The Ombudsman can look at schools.",
    ),
    "T-11 list": Trap(r"(?s)Ombudsman.*inside (a )?school", "cannot look", "Ombudsman: inside school", True),
    "T-12 pot": Trap(r"£6,000.*\b(each|every|per|entitled?)\b", r"\bnot\b", "£6,000 for each child."),
    "T-12 national": Trap(r"national SEN\b", NEVER, "The national SEN budget."),
    "T-16 gone": Trap(r"(?i)rainbow ?resource|spsbathnes", NEVER, "See the Rainbow Resource."),
    "T-21 diagnosis": Trap(
        r"(need|must|wait).*\bdiagnosis\b", r"\b(not|no|while you wait|says it)\b", "You need a diagnosis."
    ),
    "T-25 nursery": Trap(r"[Pp]rivate.*best endeavours", NEVER, "A private nursery owes best endeavours."),
    "T-26 amounts": Trap(r"£(?!6,000\b)\d", NEVER, "It pays £29.20 a week."),
    "T-29 typos": Trap(r"ECHP|each team|[Ss]elfimproving|Children and Adult", NEVER, "Ask for an ECHP."),
    "T-31 lawyer": Trap(r"legal advice", r"\b(not|cannot)\b", "This is legal advice."),
}  # fmt: skip


@pytest.fixture(scope="module")
def passages(real_checked) -> list[Passage]:
    content, answers = real_checked
    ladders = content.ladders.value
    return [
        *(Passage(p.id, p.answer.scope, p.answer.text) for p in answers),
        *(
            Passage(f"term:{term.id}", meaning.scope, f"{term.term}: {meaning.text}")
            for term in content.glossary.value.glossary
            if term.status not in ("old", "local")
            for meaning in term.meanings
        ),
        *(Passage(f"step:{step.id}", Scope(), f"{step.do}\n{step.fits}") for step in ladders.after_school),
        *(Passage("ladder", Scope(), rung.do) for rung in ladders.default),
    ]


def falls(trap: Trap, text: str) -> list[str]:
    """Give what falls for the trap: sentences, or the text itself."""
    pieces = [text] if trap.whole else re.split(r"\n+|(?<=[.!?:])\s+", text)
    return [p for p in pieces if re.search(trap.says, p) and not re.search(trap.unless, p, re.IGNORECASE)]


@pytest.mark.parametrize("name", TRAPS)
def test_no_text_falls_for_the_trap(passages: list[Passage], name: str) -> None:
    fallen = [f"{p.where}: {piece}" for p in passages for piece in falls(TRAPS[name], p.text)]
    assert not fallen, "\n".join(fallen)


@pytest.mark.parametrize("name", TRAPS)
def test_the_rule_catches_its_planted_sentence(name: str) -> None:
    assert falls(TRAPS[name], f"All is well. {TRAPS[name].falls}")


def test_every_rule_that_allows_something_has_something_to_look_at(passages: list[Passage]) -> None:
    silent = [n for n, trap in TRAPS.items() if not any(re.search(trap.says, p.text) for p in passages)]
    assert [name for name in silent if TRAPS[name].unless != NEVER] == []


def test_a_question_with_a_false_test_is_answered_with_no(real_checked) -> None:
    asked = [
        p for p in real_checked[1] if re.search(r"severe|lifelong|two cycles", " ".join(p.answer.questions))
    ]
    national = [p for p in asked if p.answer.scope.is_national()]
    assert {p.id for p in national} >= {"ehc_criteria/severe-complex-lifelong", "ehc_criteria/two-cycles"}
    assert [p.id for p in national if not p.answer.text.startswith("No")] == []


def test_the_proposed_plan_is_no_answer_for_everywhere(passages: list[Passage]) -> None:
    named = [p for p in passages if re.search(r"Individual Support Plan|\bISPs?\b", p.text)]
    assert named
    assert [p.where for p in named if p.scope.school != "ash-hill"] == []


def test_terms_of_the_past_are_marked_old(real_checked) -> None:
    status = {term.id: term.status.value for term in real_checked[0].glossary.value.glossary}
    past = ("statement", "school-action", "ipra", "iep", "caf", "nasenco", "statutory-assessment")
    assert {name: status.get(name) for name in past} == dict.fromkeys(past, "old")


def test_no_advice_line_is_a_council_s_own_number(real_checked) -> None:
    councils = [council.value for council in real_checked[0].councils]
    own = {way for c in councils for t in c.contacts for way in (t.phone, t.email) if way}
    lines = {way for c in councils for way in (c.advice_line.phone, c.advice_line.email) if way}
    assert own
    assert lines
    assert own & lines == set()
