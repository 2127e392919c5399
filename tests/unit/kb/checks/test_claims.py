"""Sources that disagree stop the build until a person has ruled."""

from __future__ import annotations

CLAIMS, RULINGS = "claims.yml", "rulings.yml"


def test_claims_that_differ_without_a_ruling_are_told_with_who_says_what(small) -> None:
    small.change(CLAIMS, "source: act\n    value: Small Act", "source: act\n    value: Great Act")
    line = small.line_of(CLAIMS, "Great Act") - 2
    says = (
        'sources disagree on `name of the law` (leaflet says "Small Act"; act says "Great Act"); '
        "decide in rulings.yml"
    )
    assert small.problems() == [(CLAIMS, line, says)]


def test_without_its_ruling_a_ruled_conflict_comes_back(small) -> None:
    (small.folder / RULINGS).write_text("rulings: []\n")
    (problem,) = small.problems()
    assert problem[:2] == (CLAIMS, small.line_of(CLAIMS, "value: the council") - 2)
    assert "sources disagree on `who decides`" in problem[2]


def test_a_ruling_about_nothing_is_told(small) -> None:
    small.append(RULINGS, "  - {slot: who pays, value: nobody, why: none, decided_on: 2026-11-21}\n")
    line = small.line_of(RULINGS, "who pays")
    assert small.problems() == [
        (RULINGS, line, "no claim is about `who pays`; remove the ruling or mend its name")
    ]


def test_a_ruling_for_one_place_does_not_rule_for_everywhere(small) -> None:
    small.append(RULINGS, "    scope: {council: north}\n")
    found = small.problems()
    assert [(file, message.split("`")[1]) for file, _, message in found] == [
        (CLAIMS, "who decides"),
        (RULINGS, "who decides"),
    ]


def test_two_places_may_differ(small) -> None:
    small.append(
        CLAIMS,
        "  - {slot: plan, source: leaflet, value: blue, scope: {council: north}}\n"
        "  - {slot: plan, source: leaflet, value: red, scope: {council: south}}\n"
        "  - {slot: plan, source: leaflet, value: green, scope: {school: hill}}\n",
    )
    assert small.problems() == []


def test_one_source_may_contradict_itself(small) -> None:
    small.append(
        CLAIMS,
        "  - {slot: plan, source: leaflet, value: blue}\n  - {slot: plan, source: leaflet, value: red}\n",
    )
    (problem,) = small.problems()
    assert problem[:2] == (CLAIMS, small.line_of(CLAIMS, "value: red"))
