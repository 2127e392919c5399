"""An answer that names a trap in its `provenance` does not only avoid it: it says what is right."""

from __future__ import annotations

import re

import pytest

RIGHT = {
    "T-01": r"has or may have|not ask if needs are severe|not the test in law|cannot give without a plan",
    "T-02": r"any time|not a rule in law|not conditions in law|no (set )?number|nothing has to come first|"
    r"no spending test|whatever you have|no one needs to prove|without a private report|"
    r"do not need to for school help|without (it|the school)|have to wait for school|not part of that test",
    "T-03": r"proposal|white paper cannot|not a law|Bill is a draft|no change in the law",
    "T-04": r"two different|two things|not the same",
    "T-05": r"\bold|\bolder|once called|ha(s|ve) ended|took (its|their) place|before the law was passed",
    "T-06": r"1 September 2009|wrong date",
    "T-07": r"(?=.*appeal)(?=.*(deadline|time limit|2 months|by when|clock runs|date))",
    "T-08": r"(of|the|is) later|later of|15 days or more|at least 15 days|within 6 weeks|6 months|calendar",
    "T-09": r"not have to (mediate|go)|never need to mediate|not need to mediate|need no(ne| mediation)|"
    r"not need a (mediation )?certificate|no certificate|your choice|nobody can make you|can still appeal",
    "T-10": r"cannot (appeal|go to|decide|deal)|not (an appeal|something you can appeal)|no appeal|"
    r"final plan|does not (deal|check)|cannot take those|not a reason|complaint|comments?",
    "T-11": r"cannot look",
    "T-12": r"not (a sum|your child's own money|a pot)|no fixed sum|no child gets|no spending test",
    "T-13": r"Ask the school office",
    "T-14": r"where you live|other areas, not this one",
    "T-15": r"impartial",
    "T-16": r"advice_line\.contact",
    "T-17": r"advice_line\.contact|Nobody is watching",
    "T-18": r"not home education|not the same as EOTAS|no permission|council must agree|no consent",
    "T-19": r"(?=.*\b(16, 18 or 19|up to 25))(?=.*\bnot\b)",
    "T-20": r"young person|student|of 16 or over|right is theirs|belongs to your child|rights about SEN pass",
    "T-21": r"\b(no|not|nor|without)\b [^.]*(diagnos|report)|not on a diagnosis|diagnos[^.]* (not|need)|"
    r"need not wait|does not demand one|school help must not stop|must not wait",
    "T-22": r"not by itself|do not need an EHC plan|no automatic right|distance does not matter",
    "T-23": r"England",
    "T-24": r"maintained",
    "T-25": r"do not bind|not under that law|County Court|private nursery works by its contract",
    "T-26": r"GOV\.UK|do not give amounts|no set amount|ask the council|in writing|advice today",
    "T-27": r"\bshould (meet|think|talk)|must tell you|\bguidance\b",
    "T-28": r"local authority or LA|educational psychologists",
    "T-30": r"contact\.(emergency|nhs-111)",
    "T-31": r"cannot|not legal advice|do not have to have a lawyer|advice_line\.contact",
    "T-32": r"arm's length|private and impartial|do not pass",
    "T-33": r"not a rule in law|law does not give|weaker route",
    "T-34": r"August|summer|4 weeks",
}  # fmt: skip


@pytest.mark.parametrize("trap", RIGHT)
def test_every_answer_that_names_the_trap_says_what_is_right(real_checked, trap: str) -> None:
    named = [placed for placed in real_checked[1] if trap in placed.answer.provenance]
    assert named
    right = re.compile(RIGHT[trap], re.IGNORECASE | re.DOTALL)
    assert [placed.id for placed in named if not right.search(placed.answer.text)] == []
