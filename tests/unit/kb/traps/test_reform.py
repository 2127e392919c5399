"""T-03, T-04: what was proposed in 2026 is told as a proposal, and only while somebody has just looked."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from kb import queries

MOST_DAYS = 31
# What a text may not claim once nobody has looked for a month: it cannot know what has changed.
CLAIMS = [
    r"\b(has|have|had) (still |now |just )?(not |never )?(changed|started|begun|ended|been replaced)\b",
    r"\bno change\b|\bnothing has\b|\bunchanged\b|\bno law (that )?brings\b",
    r"\b(is|are) (now|still|already|not yet|only|in force|no longer (law|in force))\b",
    r"\bstill (a proposal|the law|holds?|applies)\b",
    r"\bwill (change|start|begin|come|end|replace|not)\b|\b(2029|2030|2035)\b",
    r"\bnew (law|rules?|Act) (is|are|means?|says?|gives?|took)\b",
]
UNKNOWN = r"do not know if|may have|only once"


def claims(text: str) -> list[str]:
    """Give the sentences that claim to know how things stand."""
    sentences = re.split(r"\n+|(?<=[.!?])\s+", text)
    return [s for s in sentences if re.search("|".join(CLAIMS), s) and not re.search(UNKNOWN, s)]


@pytest.fixture(scope="module")
def expiring(real_checked) -> list[Any]:
    return [placed for placed in real_checked[1] if placed.answer.expires_on]


def test_every_answer_on_the_reform_expires_within_a_month(real_checked) -> None:
    reform = {f"R-{number:02}" for number in range(1, 14)}
    told = [
        p
        for p in real_checked[1]
        if p.topic in ("law_changes", "home_education") and reform & set(p.answer.provenance)
    ]
    assert len(told) > 10
    for placed in told:
        assert placed.answer.expires_on, placed.id
        assert placed.answer.expires_on - placed.answer.checked_on <= timedelta(days=MOST_DAYS), placed.id


def test_the_usual_answer_gives_the_day_it_was_checked_and_what_still_holds(real_checked) -> None:
    (usual,) = [p.answer for p in real_checked[1] if p.topic == "law_changes" and p.answer.default]
    for words in ("A proposal is not law", "{{checked_on}}", "can still ask", "can still appeal"):
        assert words in usual.text


def test_an_answer_changes_its_words_on_the_day_it_expires(
    real_session: Session, expiring: list[Any]
) -> None:
    assert expiring
    for placed in expiring:
        answer = queries.answer(real_session, placed.id)
        assert answer is not None
        assert answer.expires_on == placed.answer.expires_on
        before = answer.expires_on - timedelta(days=1)
        assert answer.text_on(before) == placed.answer.text
        assert answer.text_on(answer.expires_on) == placed.answer.after_expiry
        assert answer.text_on(answer.expires_on + timedelta(days=365)) == placed.answer.after_expiry
        assert placed.answer.after_expiry not in placed.answer.text


def test_an_answer_that_does_not_expire_keeps_its_words(real_session: Session) -> None:
    answer = queries.answer(real_session, "ehc_criteria/legal-test")
    assert answer is not None
    assert answer.text_on(answer.review_by + timedelta(days=999)) == answer.text


def test_an_expired_answer_claims_nothing_about_what_changed(expiring: list[Any]) -> None:
    claimed = {p.id: claims(p.answer.after_expiry) for p in expiring}
    assert {name: found for name, found in claimed.items() if found} == {}


@pytest.mark.parametrize(
    "claim",
    [
        "The law has not changed.",
        "The rules have now started.",
        "We found no change in the law.",
        "EHC plans are still in force.",
        "It is only a proposal.",
        "Support will not change before September 2030.",
        "The new law means that you need consent.",
    ],
)
def test_such_a_claim_is_caught(claim: str) -> None:
    assert claims(f"Please check. {claim} Thank you.") == [claim]


def test_an_expired_answer_says_so_and_where_to_look(expiring: list[Any]) -> None:
    for placed in expiring:
        said = placed.answer.after_expiry
        assert re.search(
            r"past its check date|last checked them on \{\{checked_on\}\}, and that is too", said
        )
        assert re.search(r"\{\{advice_line\.contact\}\}|GOV\.UK|Ask the school", said), placed.id


def test_the_plan_of_one_school_and_the_national_one_are_told_apart(real_checked) -> None:
    texts = {placed.id: placed.answer.text for placed in real_checked[1]}
    assert texts["law_changes/isp-proposal"].startswith("Two things have this name. Which one do you mean?")
    own = [text for name, text in texts.items() if name.endswith("-at-ash-hill") and "Support Plan" in text]
    assert own
    assert all("not the national plan" in text for text in own)


def test_the_proposed_plan_is_no_answer_for_everywhere(passages: list[Any]) -> None:
    named = [p for p in passages if re.search(r"Individual Support Plan|\bISPs?\b", p.text)]
    assert named
    steady = [p for p in named if not p.expires and p.scope.school != "ash-hill"]
    # In the list of words the national sense is told as a proposal; nothing else speaks of it for ever.
    assert [p.where for p in steady] == ["local-term:isp"]
    assert "A proposal is not law" in steady[0].text
