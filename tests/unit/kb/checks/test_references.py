"""Planted ids that are used twice or lead nowhere; each is told once, with file and line."""

from __future__ import annotations

import pytest

HILL, NORTH, WEEKS = "schools/hill.yml", "councils/north.yml", "topics/ehc_timescale.yml"
STANDS = "stands already at content/"

# file, what stood there, what stands there now, the line told (by its text), what is said
TWICE = [
    (
        "sources/documents.yml",
        "id: leaflet",
        "id: act",
        "title: Hill",
        -1,
        f"source or rule `act` {STANDS}sources/documents.yml:2",
    ),
    (
        "law/rules.yml",
        "id: act-2",
        "id: act-1",
        "section 2",
        -2,
        f"source or rule `act-1` {STANDS}law/rules.yml:2",
    ),
    (
        WEEKS,
        "id: late",
        "id: six-weeks",
        "council is late]",
        -1,
        f"answer `ehc_timescale/six-weeks` {STANDS}",
    ),
    (
        "topics.yml",
        "{id: transport}",
        "{id: senco_role}",
        "- {id: ladder_step, ",
        1,
        f"topic `senco_role` {STANDS}",
    ),
    ("glossary.yml", "id: ehc-plan", "id: statement", "term: EHC", -1, f"glossary term `statement` {STANDS}"),
    (
        "contacts.yml",
        "id: helpline",
        "id: cdc",
        "name: Helpline",
        -1,
        f"contact `cdc` {STANDS}contacts.yml:2",
    ),
    (NORTH, "id: night-line", "id: send-team", "name: North night", -1, f"contact `send-team` {STANDS}"),
    ("ladders.yml", "id: council", "id: complaint", "to the council", -1, f"step `complaint` {STANDS}"),
    ("safety.yml", "id: child_concern", "id: danger_now", "Tell someone", -1, f"route `danger_now` {STANDS}"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "offset", "says"), TWICE, ids=[m[5] for m in TWICE])
def test_an_id_used_twice_is_told_at_the_second_place(small, file, old, new, at, offset, says) -> None:
    small.change(file, old, new)
    line = small.line_of(file, at) + offset
    assert [p for p in small.problems() if p[:2] == (file, line) and says in p[2]]


@pytest.mark.parametrize(("kind", "file"), [("school", HILL), ("council", NORTH)])
def test_two_files_of_one_id_are_told(small, kind: str, file: str) -> None:
    copy = file.replace("/", "/z-")
    (small.folder / copy).write_text((small.folder / file).read_text())
    name = file.split("/")[1].removesuffix(".yml")
    assert (copy, 1, f"{kind} `{name}` {STANDS}{file}:1") in small.problems()


NO_SOURCE = "source `gone` is not in sources/ or law/"
NO_COUNCIL = "council `gone` has no file in councils/"
NO_SCHOOL = "school `gone` has no file in schools/"
NOWHERE = [
    (WEEKS, "sources: [act-1, act]", "sources: [act-1, gone]", "gone", NO_SOURCE),
    ("glossary.yml", "[act-1, leaflet]", "[gone]", "gone", NO_SOURCE),
    ("claims.yml", "source: act\n    value: the council", "source: gone\n    value: x", "gone", NO_SOURCE),
    ("contacts.yml", "source: leaflet\n    provenance", "source: gone\n    provenance", "gone", NO_SOURCE),
    ("ladders.yml", "[leaflet, act-1]", "[gone]", "gone", NO_SOURCE),
    (HILL, "source: leaflet", "source: gone", "gone", NO_SOURCE),
    (NORTH, "source: leaflet\nchecked_on", "source: gone\nchecked_on", "gone", NO_SOURCE),
    (NORTH, "source: leaflet\n  provenance: [S1-01]", "source: gone", "gone", NO_SOURCE),
    (NORTH, "source: leaflet\n  provenance: [S2-02]", "source: gone", "gone", NO_SOURCE),
    (NORTH, "source: leaflet\n    provenance: [T-15]", "source: gone", "gone", NO_SOURCE),
    (
        "law/rules.yml",
        "source: act\n    paragraph: section 2",
        "source: gone\n    paragraph: x",
        "gone",
        "`gone` is not in sources/",
    ),
    (
        "law/rules.yml",
        "source: act\n    paragraph: section 9",
        "source: act-1\n    paragraph: x",
        "source: act-1",
        "`act-1` is not in sources/",
    ),
    (WEEKS, "{council: south}", "{council: gone}", "gone", NO_COUNCIL),
    (WEEKS, "{council: south}", "{school: gone}", "gone", NO_SCHOOL),
    ("glossary.yml", "{school: hill}", "{school: gone}", "gone", NO_SCHOOL),
    ("claims.yml", "provenance: [S0-39]", "scope: {council: gone}", "gone", NO_COUNCIL),
    (HILL, "council: north", "council: gone", "gone", NO_COUNCIL),
    ("glossary.yml", "now: ehc-plan", "now: gone", "gone", "no term `gone` in this glossary"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "says"), NOWHERE)
def test_an_id_that_leads_nowhere_is_told(small, file, old, new, at, says) -> None:
    small.change(file, old, new)
    line = small.line_of(file, at)
    assert [p for p in small.problems() if p[:2] == (file, line) and p[2].endswith(says)]


def test_the_same_contact_id_in_two_councils_is_no_mistake(small) -> None:
    small.change(
        "councils/south.yml",
        "advice_line:",
        (
            "contacts:\n  - {id: send-team, name: South team, what: x, status: current, source: leaflet}\n"
            "advice_line:"
        ),
    )
    assert small.problems() == []
