"""Planted answers without a topic, a default, a basis or a way on; and what is no mistake."""

from __future__ import annotations

import pytest

HILL, NORTH = "schools/hill.yml", "councils/north.yml"
WEEKS, SENCO = "topics/ehc_timescale.yml", "topics/senco_role.yml"
ONE_PLACE = "holds only in one place; only an answer about that place may lead there"
NEEDS_RULE = "needs a rule in force in law/ that says so"

# file, what stood there, what stands there now, the line told (by its text), what is said
MISTAKES = [
    ("topics.yml", "part_of: senco_role", "part_of: gone", "gone", "unknown topic `gone`"),
    ("topics.yml", "  - {id: ehc_timescale}\n", "", None, "unknown topic `ehc_timescale`; topics.yml lists"),
    (SENCO, "topic: senco_role", "topic: transport", "transport", "so name it transport.yml"),
    (HILL, "topic: senco_role", "topic: gone", "gone", "unknown topic `gone`"),
    (SENCO, "    default: true\n", "", "answers:", "0 answers say `default: true`; exactly one must"),
    (WEEKS, "  - id: late", "  - id: late\n    default: true", "answers:", "2 answers say `default: true`"),
    (SENCO, "    duty: info\n    sources: [act]\n    checked_on: 2026-11-21\n    review_by: 2027-05-21\n  -",
     "    duty: info\n    sources: [act]\n    scope: {phase: primary}\n    checked_on: 2026-11-21\n"
     "    review_by: 2027-05-21\n  -", "id: what-it-is", "the default answer must hold everywhere"),
    (WEEKS, "sources: [act-1, act]", "sources: [act]", "duty: must", f"`duty: must` {NEEDS_RULE}"),
    (WEEKS, "sources: [act-1, act]", "sources: [act-2]", "duty: must", f"`duty: must` {NEEDS_RULE}"),
    (WEEKS, "sources: [act-1, act]", "sources: [act-9]", "duty: must", f"`duty: must` {NEEDS_RULE}"),
    (WEEKS, "sources: [act-2]", "sources: [act]", "duty: should", f"`duty: should` {NEEDS_RULE}"),
    (WEEKS, "[ehc_timescale/late]", "[ehc_timescale/gone]", "gone", "`ehc_timescale/gone` does not exist"),
    (HILL, "[ehc_timescale/north-is-slow]", "[late]", "[late]", "next answer `late` does not exist"),
    (WEEKS, "[ehc_timescale/late]", "[ehc_timescale/south-is-quick]", "south-is-quick]", ONE_PLACE),
    (WEEKS, "[ehc_timescale/six-weeks]", "[ehc_timescale/south-is-quick]", "south-is-quick]", ONE_PLACE),
    (WEEKS, "[ehc_timescale/six-weeks]", "[senco_role/at-hill]", "at-hill", ONE_PLACE),
    (HILL, "/north-is-slow]", "/south-is-quick]", "south-is-quick", ONE_PLACE),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "at", "says"), MISTAKES)
def test_a_planted_mistake_is_told_where_it_stands(small, file, old, new, at, says) -> None:
    small.change(file, old, new)
    told_in = file if at else WEEKS
    line = small.line_of(told_in, at) if at else 1
    assert [p for p in small.problems() if p[:2] == (told_in, line) and says in p[2]]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (WEEKS, "sources: [act-2]", "sources: [act-1]"),  # a stronger rule carries a `should`
        (WEEKS, "sources: [act-1, act]", "sources: [act, act-9, act-1]"),  # one rule in force is enough
        (HILL, "[ehc_timescale/north-is-slow]", "[senco_role/at-hill]"),  # the same school
        (WEEKS, "[ehc_timescale/six-weeks]", "[ehc_timescale/funding-north]"),  # the same council
        (WEEKS, "[ehc_timescale/late]", "[senco_role/in-college]"),  # a phase: its answer says for whom
    ],
)
def test_what_a_duty_or_a_way_on_may_rest_on(small, file: str, old: str, new: str) -> None:
    small.change(file, old, new)
    assert small.problems() == []
