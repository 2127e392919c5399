"""T-13 to T-17, T-28, T-33: nobody hears of another place's people, and each team is called what it is."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest


def names_of(school: Any) -> set[str]:
    """Give the surnames on a school's page."""
    return {name.split()[-1] for person in school.people for name in person.names}


def words_of(place: Any) -> re.Pattern[str]:
    """Give what a school or council is called, as whole words."""
    return re.compile(r"\b(" + "|".join(map(re.escape, {place.name, *place.aliases})) + r")\b")


def test_a_name_is_told_only_at_its_own_school_and_to_be_confirmed(real_checked, passages: list[Any]) -> None:
    for school in (loaded.value for loaded in real_checked[0].schools):
        named = re.compile(r"\b(" + "|".join(names_of(school)) + r")\b")
        told = [p for p in passages if named.search(p.text)]
        assert told
        assert [p.where for p in told if p.scope.school != school.id] == []
        assert [p.where for p in told if "Please confirm with the school office" not in p.text] == []


def test_a_school_s_names_are_looked_at_again_within_a_year(real_checked) -> None:
    schools = [loaded.value for loaded in real_checked[0].schools]
    late = [s.id for s in schools if s.review_by - s.checked_on > timedelta(days=366)]
    assert late == []


def test_what_holds_everywhere_names_no_school_and_no_council(real_checked, passages: list[Any]) -> None:
    content = real_checked[0]
    places = [words_of(loaded.value) for loaded in (*content.schools, *content.councils)]
    national = [p for p in passages if p.scope.is_national() and not p.where.startswith("route:")]
    lines = [(p.where, line) for p in national for line in p.text.split("\n")]
    told = [where for where, line in lines if any(place.search(line) for place in places)]
    # IPRA was one council's word, so its line in the list of old words says whose.
    assert told == ["law_changes/old-words"]


def test_what_holds_at_one_place_names_no_other(real_checked, passages: list[Any]) -> None:
    schools, councils = (
        [loaded.value for loaded in found] for found in (real_checked[0].schools, real_checked[0].councils)
    )
    homes = {school.id: school.council for school in schools}
    strangers = []
    for passage in passages:
        at, home = passage.scope.school, passage.scope.council or homes.get(passage.scope.school)
        others = [council for council in councils if home and council.id != home]
        others += [s for s in schools if at not in (None, s.id) or home not in (None, s.council)]
        strangers += [(passage.where, other.id) for other in others if words_of(other).search(passage.text)]
    assert strangers == []


def test_no_advice_line_is_a_council_s_own_number(real_checked) -> None:
    councils = [council.value for council in real_checked[0].councils]
    own = {way for c in councils for t in c.contacts for way in (t.phone, t.email) if way}
    lines = {way for c in councils for way in (c.advice_line.phone, c.advice_line.email) if way}
    assert own
    assert lines
    assert own & lines == set()


def test_a_council_s_own_team_says_that_it_is_not_the_advice_service(real_checked) -> None:
    teams = [t for c in real_checked[0].councils for t in c.value.contacts if t.id.startswith("send-team")]
    assert len(teams) > 2
    assert [team.name for team in teams if "not the impartial advice service" not in team.what] == []


def test_an_advice_line_with_a_number_from_a_leaflet_is_to_be_confirmed(real_checked) -> None:
    lines = [council.value.advice_line for council in real_checked[0].councils]
    numbered = [line for line in lines if line.phone or line.email]
    assert numbered
    assert [line.name for line in numbered if line.status.value != "check"] == []


@pytest.mark.parametrize(
    ("term", "senses"),
    [
        ("la", ["Local authority", "Learner Achievement Centre"]),
        ("slt", ["Senior leadership team", "speech and language therap"]),
        ("pa", ["Personal assistant", "Personal adviser", "persistent absence"]),
        ("sen-support-k", ["SEN support", "Section K"]),
        ("ap", ["Alternative provision", "assistant principal"]),
        ("isp", ["government proposed", "Ash Hill"]),
        ("tac", ["Team Around the Child"]),
        ("ep", ["Educational psychologist"]),
        ("graduated-approach", ["APDR"]),
        ("send", ["whether or not they have SEN"]),
    ],
)
def test_a_short_word_with_several_senses_has_each(real_checked, term: str, senses: list[str]) -> None:
    terms = {entry.id: entry for entry in real_checked[0].glossary.value.glossary}
    told = [meaning.text for meaning in terms[term].meanings]
    assert [sense for sense in senses if not any(sense in text for text in told)] == []


def test_what_a_council_asks_for_comes_after_what_the_law_says(real_checked) -> None:
    texts = {placed.id: placed.answer.text for placed in real_checked[1]}
    for answer in ("stockton-looks-for", "bathnes-six-months"):
        text = texts[f"ehc_criteria/{answer}"]
        assert text.index("The council must assess if") < text.index("his council")
    text = texts["ehc_who_can_request/bathnes-who"]
    assert text.index("the people the law names") < text.index("This council's page")
