"""How strong a rule is, in words: a "should" is never told as a "must"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kb.duties import BELIEVED, GUIDANCE, SHOULD, local_way, rule_named, rule_told
from kb.records import Reference, Rule

SECTION = Reference("x", "Small Act", "section 1", None, None, "in_force", "read", date(2026, 11, 21))
RULE = Rule(SECTION, "law", "must", "The council must write.")


def test_law_is_told_as_law_with_its_paragraph() -> None:
    assert rule_told(RULE) == "The law says: The council must write (Small Act, section 1)."


@pytest.mark.parametrize(("kind", "ends"), [("code", SHOULD), ("guidance", GUIDANCE), ("law", GUIDANCE)])
def test_a_should_is_told_as_no_law(kind: str, ends: str) -> None:
    said = rule_told(replace(RULE, kind=kind, duty="should", says="The school should ask."))
    assert said == f"The school should ask (Small Act, section 1). {ends}"
    assert "The law says" not in said


def test_information_is_no_duty() -> None:
    assert rule_told(replace(RULE, duty="info")) == ""


def test_a_rule_we_only_believe_is_told_with_a_caution() -> None:
    assert rule_told(replace(RULE, reference=replace(SECTION, verified="believed"))).endswith(BELIEVED)


def test_a_document_without_paragraph_has_its_title_only() -> None:
    assert rule_named(replace(SECTION, paragraph=None)) == "Small Act"


def test_a_local_way_is_no_law() -> None:
    assert local_way("Hill School") == "This is how Hill School says it does things. It is not the law."
