"""No fact of the five source documents is lost: each is used by the content, or not spoken for a reason."""

from __future__ import annotations

import pytest

from kb.provenance import FactUses, fact_uses

HIGHEST = {"S0": 44, "S1": 34, "S2": 33, "S3": 48, "S4": 30}
NOT_SPOKEN = "not spoken"


@pytest.fixture(scope="module")
def uses(real_checked) -> FactUses:
    return fact_uses(*real_checked)


def ids_of(document: str) -> list[str]:
    return [f"{document}-{number:02}" for number in range(1, HIGHEST[document] + 1)]


@pytest.mark.parametrize("document", HIGHEST)
def test_every_fact_of_the_document_is_used_or_explained(uses: FactUses, document: str) -> None:
    lost = [fact for fact in ids_of(document) if fact not in uses]
    assert not lost, f"used nowhere and not in not_spoken.yml: {', '.join(lost)}"


def test_no_fact_is_named_that_the_documents_do_not_have(uses: FactUses) -> None:
    known = {fact for document in HIGHEST for fact in ids_of(document)}
    invented = sorted(fact for fact in uses if fact.startswith("S") and fact not in known)
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
