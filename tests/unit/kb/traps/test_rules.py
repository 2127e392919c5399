"""Wrong answers that the sources invite (T-01 to T-34 of the fact base): nothing we say falls for them.

The rules stand in tests/data/traps. What matches `says` must match `unless` too, where there is one. A rule
looks at one sentence, one line or the whole text (`by`); at all passages, or only where `topics` (searched in
where the passage stands), `scope` and `expires` fit, and not where `skip` does. `falls` is planted text that
falls for the trap, so that a rule that catches nothing is noticed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

NOTHING = r"(?!)"
# The meaning that follows "EHC plan" has words of its own, such as health.
MEANING = r" \(education, health and care plans?\)"
PIECES = {"sentence": r"\n+|(?<=[.!?:])\s+", "line": r"\n+", "text": NOTHING}


class Rule(NamedTuple):
    trap: str
    name: str
    says: str
    falls: list[str]
    unless: str = NOTHING
    by: str = "sentence"
    topics: str = ""
    skip: str = NOTHING
    scope: str = ""
    expires: bool | None = None

    def looks_at(self, passage: Any) -> bool:
        """Tell whether the rule is about a passage that stands there."""
        return (
            bool(re.search(self.topics, passage.where))
            and not re.search(self.skip, passage.where)
            and self.scope in ("", "national" if passage.scope.is_national() else "local")
            and self.expires in (None, passage.expires)
        )

    def fallen(self, text: str) -> list[str]:
        """Give what falls for the trap: sentences, lines, or the text itself."""
        pieces = re.split(PIECES[self.by], re.sub(MEANING, "", text))
        return [p for p in pieces if re.search(self.says, p) and not re.search(self.unless, p)]


def rule_of(entry: dict[str, Any]) -> Rule:
    falls = entry.pop("falls")
    return Rule(falls=[falls] if isinstance(falls, str) else falls, **entry)


FOLDER = Path(__file__).parents[3] / "data" / "traps"
RULES = [rule_of(entry) for path in sorted(FOLDER.glob("*.yml")) for entry in YAML(typ="safe").load(path)]
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=[f"{rule.trap} {rule.name}" for rule in RULES])


@EACH_RULE
def test_no_text_falls_for_the_trap(passages: list[Any], rule: Rule) -> None:
    fallen = [f"{p.where}: {piece}" for p in passages if rule.looks_at(p) for piece in rule.fallen(p.text)]
    assert not fallen, "\n".join(fallen)


@EACH_RULE
def test_the_rule_catches_its_planted_texts(rule: Rule) -> None:
    assert [text for text in rule.falls if not rule.fallen(f"All is well. {text}")] == []


@EACH_RULE
def test_the_rule_looks_at_something(passages: list[Any], rule: Rule) -> None:
    looked = [p.text for p in passages if rule.looks_at(p)]
    assert looked
    # What a rule allows, it has met: if not, the words have moved on and the rule looks past them.
    anything = rule._replace(unless=NOTHING)
    assert rule.unless == NOTHING or any(anything.fallen(text) for text in looked)


def test_every_rule_has_its_own_name() -> None:
    assert len({(rule.trap, rule.name) for rule in RULES}) == len(RULES)
    assert [rule.name for rule in RULES if rule.by not in PIECES] == []
    assert [rule.name for rule in RULES if rule.scope not in ("", "national", "local")] == []
