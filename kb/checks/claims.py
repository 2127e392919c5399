"""Sources that disagree: a person decides, or nothing is built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.content import Content, PlacedAnswer
from kb.problems import Problem
from kb.schema.base import Scope
from kb.schema.words import Claim


def conflicts_ruled(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find slots whose claims differ and that nobody ruled on, and rulings about nothing."""
    claims = content.claims.value.claims
    by_slot: dict[tuple[str, Scope], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_slot[claim.slot, claim.scope].append(claim)
    ruled = {(ruling.slot, ruling.scope) for ruling in content.rulings.value.rulings}
    for key, group in by_slot.items():
        values = list(dict.fromkeys(claim.value for claim in group))
        if len(values) > 1 and key not in ruled:
            said = "; ".join(f'{claim.source} says "{claim.value}"' for claim in group)
            yield content.claims.file.problem(
                f"sources disagree on `{key[0]}` ({said}); decide in rulings.yml",
                "claims",
                claims.index(group[-1]),
            )
    for index, ruling in enumerate(content.rulings.value.rulings):
        if (ruling.slot, ruling.scope) not in by_slot:
            yield content.rulings.file.problem(
                f"no claim is about `{ruling.slot}`; remove the ruling or mend its name",
                "rulings",
                index,
            )
