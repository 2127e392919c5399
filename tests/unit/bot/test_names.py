from __future__ import annotations

import pytest

from bot.names import Names, neutral


def found(names: Names, text: str, kind: str) -> list[str]:
    return [entity["value"] for entity in names.find(text) if entity["entity"] == kind]


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Who is the SENCO at Bawtry Mayflower?", "bawtry-mayflower"),
        ("WHO IS THE HEAD AT ASH HILL", "ash-hill"),
        ("bawtrey mayflour", "bawtry-mayflower"),
        ("he goes to ashill academy", "ash-hill"),
    ],
)
def test_schools_are_found_also_when_misspelt(names: Names, text: str, school: str) -> None:
    assert found(names, text, "school") == [school]


@pytest.mark.parametrize(
    "text", ["his new school is lovely", "the flower show in May", "we walked up the hill", ""]
)
def test_no_school_is_made_up(names: Names, text: str) -> None:
    assert found(names, text, "school") == []


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("I live in Keynsham", "bathnes"),
        ("we are in bath", "bathnes"),
        ("Bath", "bathnes"),
        ("billingham", "stockton"),
        ("darwen mum here", "blackburn"),
        ("our postcode is BA2 [postcode]", "bathnes"),
        ("b&nes", "bathnes"),
    ],
)
def test_councils_are_found_by_name_place_and_district(names: Names, text: str, council: str) -> None:
    assert found(names, text, "council") == [council]


@pytest.mark.parametrize(
    "text", ["he will not have a bath", "BATH TIME IS A FIGHT", "we live in Leeds", "TS15 maybe"]
)
def test_everyday_words_and_shared_districts_are_no_place(names: Names, text: str) -> None:
    assert found(names, text, "council") == []


def test_roles_plans_and_words_carry_their_ids(names: Names) -> None:
    assert found(names, "I spoke to the inclusion manager", "role") == ["senco"]
    assert "class_teacher" in found(names, "the class teacher", "role")
    assert found(names, "what does EHCP mean", "term") == ["ehc-plan"]


def test_places_are_read_as_neutral_and_all_else_is_kept(names: Names) -> None:
    text = "Who is the SENCO at Bawtry Mayflower in Doncaster?"
    assert neutral(text, names.find(text)) == "Who is the SENCO at my school in my area?"
    assert neutral("no place here", names.find("no place here")) == "no place here"
