"""Answers that follow from a school's or a council's own file."""

from __future__ import annotations

import pytest

from kb.content import Content, PlacedAnswer, read_content
from kb.derive import ROLE_TOPIC, derived_answers
from kb.schema.base import Duty, Role, Scope

CONFIRM = "People and plans may have changed. Please confirm with the school office."


@pytest.fixture
def derived(small_checked) -> dict[str, PlacedAnswer]:
    content: Content = small_checked[0]
    return {placed.id: placed for placed in derived_answers(content)}


def test_each_topic_a_school_has_facts_for_gets_its_answers(derived) -> None:
    assert list(derived) == [
        "senco_role/at-hill",
        "headteacher_role/at-hill",
        "sen_support_plan/plan-1-at-hill",
        "sen_support_plan/plan-2-at-hill",
        "external_agencies_specialists/at-hill",
        "senco_role/register-hill",
        "ehc_timescale/funding-north",
    ]


def test_derived_answers_are_local_to_their_place_and_rest_on_its_page(derived) -> None:
    for name, placed in derived.items():
        place = Scope(council="north") if name.endswith("-north") else Scope(school="hill")
        assert placed.derived
        assert (placed.answer.scope, placed.answer.duty) == (place, Duty.LOCAL)
        assert placed.answer.sources == ["leaflet"]
        assert not placed.answer.default


def test_people_of_one_topic_share_an_answer_that_names_them_or_says_that_no_name_is_known(derived) -> None:
    answer = derived["senco_role/at-hill"].answer
    assert answer.text == (
        "The Inclusion Manager / SENDCo at Hill School: Ms A Ash and Mr B Birch.\n"
        "The school says this person:\n"
        "- runs the help\n"
        "- SENCO meetings\n\n"
        "The Assistant SENDCo at Hill School: no name is given on the school's page.\n\n" + CONFIRM
    )
    assert answer.questions == [
        "Who is the Inclusion Manager?",
        "Who is the Inclusion Manager at my school?",
        "What does the Inclusion Manager do?",
        "Who is the SENDCo?",
        "Who is the SENDCo at my school?",
        "What does the SENDCo do?",
        "Who is the Assistant SENDCo?",
        "Who is the Assistant SENDCo at my school?",
        "What does the Assistant SENDCo do?",
    ]
    assert answer.provenance == ["S0-14", "S4-05"]


def test_a_plan_is_told_with_everything_known_of_it(derived) -> None:
    assert derived["sen_support_plan/plan-1-at-hill"].answer.text == (
        "At Hill School the written plan is called the Blue Plan.\n"
        "Who writes it: The class teacher.\n"
        "It holds:\n- what helps\n- by when\n"
        "When it is reviewed: each term.\n"
        "You and your child.\n\n" + CONFIRM
    )


def test_a_plan_of_which_only_the_name_is_known_says_no_more(derived) -> None:
    text = derived["sen_support_plan/plan-2-at-hill"].answer.text
    assert text == f"At Hill School the written plan is called the Red Plan.\n\n{CONFIRM}"


def test_agencies_are_listed_with_what_they_help_with(derived) -> None:
    text = derived["external_agencies_specialists/at-hill"].answer.text
    assert "- Speech Team (talking)\n- Play Team\n" in text
    assert "may have changed" in text


def test_a_school_s_note_keeps_its_words_and_asks_to_confirm(derived) -> None:
    answer = derived["senco_role/register-hill"].answer
    assert answer.text == f"A list the school keeps.\n\n{CONFIRM}"
    assert (answer.next, answer.provenance) == (["ehc_timescale/north-is-slow"], ["S0-27"])


def test_a_council_s_note_asks_to_confirm_with_the_council(derived) -> None:
    text = derived["ehc_timescale/funding-north"].answer.text
    assert text == "It has a panel.\n\nThis may have changed. Please confirm with the council."


def test_a_school_without_agencies_notes_or_plans_has_only_its_people(small) -> None:
    path = small.folder / "schools" / "hill.yml"
    people, rest = path.read_text().split("plans:\n")
    path.write_text(people + rest[rest.index("ladder:") : rest.index("notes:")])
    found = [p.id for p in derived_answers(read_content(small.folder)) if "hill" in p.id]
    assert found == ["senco_role/at-hill", "headteacher_role/at-hill"]


def test_every_role_has_a_topic() -> None:
    assert set(ROLE_TOPIC) == set(Role)


def test_people_named_on_a_real_school_s_page_are_always_to_be_confirmed(real_checked) -> None:
    content, answers = real_checked
    names = {n for school in content.schools for person in school.value.people for n in person.names}
    assert len(names) == 7
    for placed in answers:
        if any(name in placed.answer.text for name in names):
            assert placed.answer.scope.school, placed.id
            assert CONFIRM in placed.answer.text, placed.id
