"""The plain JSON that the bot learns from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kb import export
from kb.schema.base import Phase, Role


@pytest.fixture
def lookups(small_checked, tmp_path: Path) -> dict[str, Any]:
    export.write_exports(*small_checked, "r1", tmp_path / "new" / "folder")
    return json.loads((tmp_path / "new" / "folder" / "lookups.json").read_text(encoding="utf-8"))


def test_lookups_name_their_release_topics_and_titles(lookups) -> None:
    assert lookups["release"] == "r1"
    assert lookups["topics"]["transport"] == {"part_of": None}
    assert lookups["topics"]["ladder_step"] == {"part_of": "senco_role"}
    assert lookups["titles"] == {"ehc_timescale": "How long it takes", "senco_role": "The SENCO"}


def test_every_answer_is_there_with_its_headings_and_its_text(lookups, small_checked) -> None:
    by_id = {answer["id"]: answer for answer in lookups["answers"]}
    assert set(by_id) == {placed.id for placed in small_checked[1]}
    assert by_id["ehc_timescale/six-weeks"] == {
        "id": "ehc_timescale/six-weeks",
        "topic": "ehc_timescale",
        "questions": ["How long does the council have?", "When will I hear?"],
        "text": "The council must decide within 6 weeks. ",
    }
    assert "{{" not in json.dumps(lookups)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("school", {"hill": ["Hill School", "Hill", "The Hill"]}),
        (
            "council",
            {"north": ["North County Council", "North", "NCC"], "south": ["South City Council", "South"]},
        ),
        ("place", {"north": ["Northtown"], "south": []}),
        ("agency", {"Speech Team": ["Speech Team", "speech Team"], "Play Team": ["Play Team", "play Team"]}),
        ("plan", {"Blue Plan": ["Blue Plan", "blue Plan"], "Red Plan": ["Red Plan", "red Plan"]}),
        ("term", {"statement": ["Statement", "statement of SEN"], "ehc-plan": ["EHC plan"]}),
    ],
)
def test_entities_are_listed_with_all_their_names(lookups, kind: str, words: dict[str, list[str]]) -> None:
    assert lookups["entities"][kind] == words


def test_a_school_s_own_titles_are_added_to_the_usual_words_of_a_role_once(lookups) -> None:
    roles = lookups["entities"]["role"]
    assert roles["senco"][: len(export.ROLE_WORDS["senco"])] == export.ROLE_WORDS["senco"]
    assert "Inclusion Manager" in roles["senco"]
    assert roles["senco"].count("SENDCo") == 1
    assert "Principal" in roles["headteacher"]
    assert "Principal" not in export.ROLE_WORDS["headteacher"]  # the table itself is not changed


def test_only_a_council_s_own_postcode_districts_are_given(lookups) -> None:
    assert lookups["postcode_districts"] == {"NN1": "north"}


def test_safety_holds_the_phrases_in_order_of_priority_and_no_message(small_checked, tmp_path: Path) -> None:
    export.write_exports(*small_checked, "r1", tmp_path)
    assert json.loads((tmp_path / "safety.json").read_text()) == [
        {"id": "danger_now", "phrases": ["in danger"], "unless": ["danger of being late"]},
        {"id": "child_concern", "phrases": ["hurt* him"], "unless": []},
    ]


def test_files_are_replaced_and_nothing_half_written_is_left(small_checked, tmp_path: Path) -> None:
    export.write_exports(*small_checked, "r1", tmp_path)
    export.write_exports(*small_checked, "r2", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lookups.json", "safety.json"]
    assert json.loads((tmp_path / "lookups.json").read_text())["release"] == "r2"


def test_the_same_content_gives_the_same_bytes(small_checked, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export.write_exports(*small_checked, "r1", tmp_path / name)
    one, two = ((tmp_path / name / "lookups.json").read_bytes() for name in ("one", "two"))
    assert one == two


def test_names_outside_ascii_stay_readable(small_checked, tmp_path: Path) -> None:
    content, answers = small_checked
    first = answers[0].answer.model_copy(update={"questions": ["Où est l’école?"]})
    changed = [type(answers[0])(answers[0].topic, first, answers[0].file, answers[0].location)]
    export.write_exports(content, changed, "r1", tmp_path)
    assert "Où est l’école?" in (tmp_path / "lookups.json").read_text(encoding="utf-8")


def test_every_role_and_phase_has_words() -> None:
    assert set(export.ROLE_WORDS) == {role.value for role in Role}
    assert set(export.PHASE_WORDS) == {phase.value for phase in Phase}
    tables = (export.ROLE_WORDS, export.PHASE_WORDS, export.NEED_WORDS)
    assert [name for table in tables for name, words in table.items() if not words] == []


def test_in_the_real_content_no_two_places_share_a_name_or_a_district(real_checked, tmp_path: Path) -> None:
    export.write_exports(*real_checked, "r1", tmp_path)
    real = json.loads((tmp_path / "lookups.json").read_text(encoding="utf-8"))
    for kind in ("school", "council", "place", "term"):
        owners: dict[str, set[str]] = {}
        for owner, names in real["entities"][kind].items():
            for name in names:
                owners.setdefault(name.lower(), set()).add(owner)
        assert {name: who for name, who in owners.items() if len(who) > 1} == {}
    districts = [d for c in real_checked[0].councils for d in c.value.postcode_districts]
    assert len(real["postcode_districts"]) == len(districts)
