"""No fact of the fact base is lost: each is used by the content, or not spoken for a reason.

`tests/data/fact_ids.txt` lists the ids: the five source documents (S0 to S4), the reform (R), the SENCO's
qualification (Q), the wider facts (B), the urgent routes (C) and the wrong answers to avoid (T).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.provenance import FactUses, fact_uses

FACTS = (Path(__file__).parents[2] / "data" / "fact_ids.txt").read_text(encoding="utf-8").split()
COUNTS = {"S0": 44, "S1": 34, "S2": 33, "S3": 48, "S4": 30, "R": 15, "Q": 6, "B": 79, "C": 9, "T": 34}
# A parent asks about these, so a law or a word that rests on them is not enough: an answer has to say them.
ANSWERED = ("R", "Q", "B", "T")
NOT_SPOKEN = "not spoken"


@pytest.fixture(scope="module")
def uses(real_checked) -> FactUses:
    return fact_uses(*real_checked)


def ids_of(document: str) -> list[str]:
    return [fact for fact in FACTS if fact.split("-")[0] == document]


def test_the_list_of_facts_is_whole() -> None:
    assert {document: len(ids_of(document)) for document in COUNTS} == COUNTS
    assert len(set(FACTS)) == len(FACTS) == sum(COUNTS.values())


@pytest.mark.parametrize("document", COUNTS)
def test_every_fact_of_the_document_is_used_or_explained(uses: FactUses, document: str) -> None:
    lost = [fact for fact in ids_of(document) if fact not in uses]
    assert not lost, f"used nowhere and not in not_spoken.yml: {', '.join(lost)}"


@pytest.mark.parametrize("document", ANSWERED)
def test_every_fact_a_parent_asks_about_is_said_by_an_answer_or_explained(
    uses: FactUses, document: str
) -> None:
    def said(fact: str) -> bool:
        return any(user == NOT_SPOKEN or user.startswith("answer:") for user in uses.get(fact, ()))

    lost = [fact for fact in ids_of(document) if not said(fact)]
    assert not lost, f"in no answer and not in not_spoken.yml: {', '.join(lost)}"


def test_no_fact_is_named_that_the_fact_base_does_not_have(uses: FactUses) -> None:
    invented = sorted(set(uses) - set(FACTS))
    assert not invented, f"no such fact: {', '.join(invented)}"


def test_what_is_not_spoken_is_not_said_anywhere_else(uses: FactUses) -> None:
    both = sorted(fact for fact, users in uses.items() if NOT_SPOKEN in users and len(users) > 1)
    assert not both, f"not spoken, yet said: {', '.join(both)}"


def test_each_fact_is_set_aside_once_with_a_reason(real_checked) -> None:
    aside = real_checked[0].not_spoken.value.not_spoken
    assert len({entry.id for entry in aside}) == len(aside)
    assert [entry.id for entry in aside if len(entry.why.split()) < 5] == []


def test_every_answer_about_send_says_which_facts_it_comes_from(real_checked) -> None:
    # What lies outside SEND is in no document, so it has no facts to come from.
    asked = [p for p in real_checked[1] if p.topic != "out_of_scope"]
    without = [p.id for p in asked if not p.answer.provenance]
    assert not without, f"no provenance: {', '.join(without)}"


def test_a_lost_fact_is_named_in_the_failure(uses: FactUses) -> None:
    fewer = {fact: users for fact, users in uses.items() if fact not in ("S1-05", "S1-34")}
    with pytest.raises(AssertionError, match=r"not in not_spoken\.yml: S1-05, S1-34\b"):
        test_every_fact_of_the_document_is_used_or_explained(fewer, "S1")


def test_a_fact_that_only_a_law_names_is_lost_to_parents(uses: FactUses) -> None:
    fewer = {**uses, "B-10": {"law:reg-5"}, "B-45a": {"term:mediation"}}
    with pytest.raises(AssertionError, match=r"in no answer and not in not_spoken\.yml: B-10, B-45a\b"):
        test_every_fact_a_parent_asks_about_is_said_by_an_answer_or_explained(fewer, "B")
