"""Which fact of the fact base is said where; so that none is lost and none is said without an origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.content import Content, PlacedAnswer
from kb.models import ProvenanceRow

FactUses = dict[str, set[str]]


def fact_uses(content: Content, answers: list[PlacedAnswer]) -> FactUses:
    """Map each fact id to what says it (`answer:...`, `law:...`, ...) or explains why nothing does."""
    uses: FactUses = defaultdict(set)
    for user, facts in _users(content, answers):
        for fact in facts:
            uses[fact].add(user)
    return uses


def provenance_rows(uses: FactUses) -> list[ProvenanceRow]:
    """Turn the map into rows."""
    return [ProvenanceRow(fact=fact, used_by=user) for fact in sorted(uses) for user in sorted(uses[fact])]


def _users(content: Content, answers: list[PlacedAnswer]) -> Iterator[tuple[str, list[str]]]:
    for placed in answers:
        yield f"answer:{placed.id}", placed.answer.provenance
    for rule in content.rules():
        yield f"law:{rule.value.id}", rule.value.provenance
    for term in content.glossary.value.glossary:
        yield f"term:{term.id}", term.provenance
    for contact in content.contacts.value.contacts:
        yield f"contact:{contact.id}", contact.provenance
    for claim in content.claims.value.claims:
        yield f"claim:{claim.slot}", claim.provenance
    for ruling in content.rulings.value.rulings:
        yield f"ruling:{ruling.slot}", ruling.provenance
    for step in content.ladders.value.after_school:
        yield f"step:{step.id}", step.provenance
    for rung in content.ladders.value.default:
        yield "ladder:default", rung.provenance
    for school in content.schools:
        for rung in school.value.ladder:
            yield f"ladder:{school.value.id}", rung.provenance
        for person in school.value.people:
            yield f"person:{school.value.id}/{person.role}", person.provenance
    for council in content.councils:
        yield f"line:{council.value.id}", council.value.advice_line.provenance
        yield f"local-offer:{council.value.id}", council.value.local_offer.provenance
        for contact in council.value.contacts:
            yield f"contact:{council.value.id}/{contact.id}", contact.provenance
    for unspoken in content.not_spoken.value.not_spoken:
        yield "not spoken", [unspoken.id]
