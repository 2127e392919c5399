"""The letter's words: the law's own test, the writer's own right, and gaps instead of inventions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from letters.request import AREAS, Request, Who, letter

TODAY = date(2026, 11, 28)
FULL = Request(
    dated=TODAY,
    writer="Ann Example",
    address="1 High Street\nTown",
    contact="07700 900123",
    child="Sam Example",
    birth=date(2016, 5, 14),
    school="Hill School",
    council="North Council",
    council_address="SEND team\nTown Hall",
    needs=("communication", "sensory"),
    hard="Sam cannot {name} follow [spoken] words.",
    tried="A small group.",
    why="The group did not help.",
    evidence="Report\nSchool plan",
)
EVERYONE = get_args(Who)
ASKING = ("parent", "young_person", "school")


def one_line(request: Request) -> str:
    return " ".join(letter(request).text.split())


@pytest.mark.parametrize("who", ASKING)
def test_a_request_names_the_section_and_asks_for_the_assessment(who: Who) -> None:
    text = one_line(replace(FULL, who=who))
    assert "This is a request under section 36(1) of the Children and Families Act 2014" in text
    assert "Please carry out an EHC needs assessment" in text


@pytest.mark.parametrize("who", EVERYONE)
def test_the_test_is_the_one_of_section_36_8(who: Who) -> None:
    text = one_line(replace(FULL, who=who))
    assert "has or may have special educational needs" in text.replace("I have or", "has or")
    assert "It may be necessary for special educational provision to be made for" in text
    assert "under an EHC plan. This is the test in section 36(8) of the Act." in text


@pytest.mark.parametrize("who", EVERYONE)
@pytest.mark.parametrize(
    "never", ["severe", "complex", "£6,000", "6000", "cycle", "diagnos", "must", "legal advice", "EHCP"]
)
def test_no_other_test_is_let_in(who: Who, never: str) -> None:
    for request in (replace(FULL, who=who), Request(TODAY, who)):
        assert never not in letter(request).text


@pytest.mark.parametrize("who", ASKING)
def test_the_time_limits_are_6_weeks_for_the_decision_and_20_for_the_plan(who: Who) -> None:
    text = one_line(replace(FULL, who=who))
    assert "decision in writing within 6 weeks of receiving this request." in text
    assert "regulation 5 of the Special Educational Needs and Disability Regulations 2014" in text
    assert "within 20 weeks of the day you received this request (regulation 13)" in text


@pytest.mark.parametrize("who", EVERYONE)
def test_the_council_is_asked_to_say_that_the_letter_came(who: Who) -> None:
    assert "the day you received it" in one_line(replace(FULL, who=who))
    assert "I am keeping a copy of this letter." in one_line(replace(FULL, who=who))


def test_everything_typed_is_in_the_letter_once_or_more_and_no_gap_is_left() -> None:
    text = letter(FULL).text
    for words in (
        "Ann Example\n1 High Street\nTown\n07700 900123",
        "28 November 2026",
        "North Council\nSEND team\nTown Hall",
        "Name: Sam Example\nDate of birth: 14 May 2016\nSchool, nursery or college: Hill School",
        "I am writing as the parent of Sam Example.",
        "- communication and interaction\n- sensory and/or physical needs",
        "What is hard\n\nSam cannot {name} follow [spoken] words.",
        "What has been tried\n\nA small group.",
        "Why an EHC plan may be needed\n\nThe group did not help.",
        "Papers with this letter\n\nReport\nSchool plan",
        "Yours faithfully\n\nAnn Example\n",
    ):
        assert words in text
    assert text.count("[") == 1


@pytest.mark.parametrize(
    ("who", "gaps"),
    [
        ("parent", ["[your child's name]", "[your child's date of birth]", "[your name]"]),
        ("young_person", ["[your name]", "[your date of birth]", "[your school or college"]),
        ("school", ["[the child's or young person's name]", "[the name of the school or college]"]),
        ("other", ["[the child's or young person's name]", "[Say here how you know them"]),
    ],
)
def test_an_empty_form_gives_a_letter_with_gaps_that_fit_the_writer(who: Who, gaps: list[str]) -> None:
    text = letter(Request(TODAY, who)).text
    everyones = [
        "[your address]",
        "[your phone number or e-mail]",
        "[the name of your council]",
        "[the areas",
    ]
    own_words = ["[what is hard", "[what help has been tried", "[why more help", "[a list of the papers"]
    for gap in [*gaps, *everyones, "[the address of its SEND team]", *own_words]:
        assert gap in text
    assert "None" not in text
    assert "\n\n\n" not in text


def test_a_young_person_asks_for_themself() -> None:
    text = one_line(replace(FULL, who="young_person", child=""))
    assert "I am asking for an assessment of my own needs." in text
    assert "over compulsory school age and under 25" in text
    assert "Name: Ann Example" in text
    assert "I have or may have special educational needs" in text
    assert "parent" not in text
    assert " child" not in text


def test_a_young_persons_name_counts_in_either_place() -> None:
    text = letter(replace(FULL, who="young_person", writer="")).text
    assert text.startswith("Sam Example\n")
    assert text.endswith("Sam Example\n")


def test_a_parent_never_signs_with_the_childs_name() -> None:
    assert letter(replace(FULL, writer="")).text.endswith("[your name]\n")


def test_a_school_says_for_which_school_it_acts_and_leaves_room_for_the_familys_consent() -> None:
    text = one_line(replace(FULL, who="school"))
    assert "I am writing on behalf of Hill School." in text
    assert "by a person acting for a school or post-16 institution" in text
    assert "knows about this request and agrees.]" in text
    assert "about their right to appeal" in text
    assert "my right" not in text


def test_anyone_else_says_that_theirs_is_not_a_request_in_law() -> None:
    text = one_line(replace(FULL, who="other"))
    assert "I am not making a request under section 36(1)" in text
    assert "This is a request" not in text
    assert "9.9 of the SEND Code of Practice" in text
    assert "6 weeks" not in text
    assert letter(replace(FULL, who="other")).about.startswith("A child or young person who may need")


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("", "", "[the name of your council]\n[the address of its SEND team]"),
        ("North Council", "", "North Council\n[the address of its SEND team]"),
        ("", "South Council\nTown Hall", "South Council\nTown Hall"),
    ],
)
def test_a_council_half_known_leaves_only_the_other_half_open(name: str, address: str, expected: str) -> None:
    paragraphs = letter(replace(FULL, council=name, council_address=address)).paragraphs
    assert expected in [paragraph.text for paragraph in paragraphs]


def test_the_areas_are_the_four_of_the_code() -> None:
    text = letter(replace(FULL, needs=tuple(AREAS))).text
    assert text.count("\n- ") == 4
    assert "- cognition and learning\n- social, emotional and mental health\n" in text


def test_an_area_the_code_does_not_know_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        letter(replace(FULL, needs=("tidiness",)))


def test_the_subject_names_nobody() -> None:
    written = letter(FULL)
    assert written.about == "Request for an EHC needs assessment"
    assert written.dated == TODAY
    assert [p.text for p in written.paragraphs if p.kind == "title"] == [written.about]
