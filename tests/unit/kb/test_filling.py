"""Tokens filled for one parent's school and council; and no area ever gets another area's number."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from kb import queries
from kb.filling import USUAL_TITLE, Filler
from kb.schema.base import Role
from kb.tokens import ANY_BRACES


def filler(
    session: Session,
    school: str | None,
    council: str | None,
    line_state: str = "",
    checked_on: date | None = None,
) -> Filler:
    return Filler(
        session,
        queries.school(session, school) if school else None,
        queries.council(session, council) if council else None,
        line_state,
        checked_on,
    )


@pytest.mark.parametrize(
    ("token", "known", "unknown"),
    [
        ("school.name", "Hill School", "the school"),
        ("council.name", "North County Council", "your council"),
        ("plan.name", "Blue Plan", "SEN support plan"),
        ("advice_line.name", "North SENDIASS", "your local SEND advice service (SENDIASS)"),
        ("role.senco", "Inclusion Manager / SENDCo", "SENCO"),
        ("role.headteacher", "Principal", "headteacher"),
        ("role.sen_governor", "SEN governor", "SEN governor"),
        ("contact.helpline", "Helpline (0800 1111)", "Helpline (0800 1111)"),
        ("contact.cdc", "Directory (directory.example)", "Directory (directory.example)"),
    ],
)
def test_a_token_says_this_place_s_fact_or_the_usual_word(
    small_session, token: str, known: str, unknown: str
) -> None:
    assert filler(small_session, "hill", "north").value_of(token) == known
    assert filler(small_session, None, None).value_of(token) == unknown


def test_a_known_council_s_line_is_given_with_what_is_so_just_now(small_session) -> None:
    said = filler(small_session, None, "north", "It is open.").value_of("advice_line.contact")
    assert said.startswith("North SENDIASS (also called North Advice): phone 01225 394382")
    assert said.endswith("please confirm it with the service. It is open.")


def test_without_a_checked_number_the_parent_is_sent_to_the_directory(small_session) -> None:
    said = filler(small_session, None, "south").value_of("advice_line.contact")
    assert "I will not guess one" in said
    assert said.endswith("You can find it in the list at directory.example.")


def test_without_an_area_the_parent_is_asked_for_it(small_session) -> None:
    said = filler(small_session, "hill", None, "It is open.").value_of("advice_line.contact")
    assert "Tell me your council" in said
    assert "It is open." not in said


def test_the_local_offer_is_this_council_s_or_how_to_find_it(small_session) -> None:
    north = filler(small_session, None, "north").value_of("local_offer.contact")
    assert "North Offer: offer.north.example" in north
    assert "search the web" in filler(small_session, None, None).value_of("local_offer.contact")


def test_the_council_s_own_team_is_named_or_how_to_find_it(small_session) -> None:
    token = "council.send_team"
    assert "North SEND team" in filler(small_session, None, "north").value_of(token)
    assert "website of South City Council" in filler(small_session, None, "south").value_of(token)
    assert "your council's website" in filler(small_session, None, None).value_of(token)


def test_the_day_of_the_last_check_is_the_text_s_own(small_session) -> None:
    one = filler(small_session, None, None, checked_on=date(2026, 11, 21))
    assert one.fill("Last checked on {{checked_on}}.") == "Last checked on 21 November 2026."
    with pytest.raises(KeyError):
        filler(small_session, None, None).value_of("checked_on")


@pytest.mark.parametrize("token", ["contact.gone", "role.cook", "school.phone", "advice_line", ""])
def test_a_token_the_build_should_have_refused_raises(small_session, token: str) -> None:
    with pytest.raises(KeyError):
        filler(small_session, "hill", "north").value_of(token)


def test_a_whole_text_is_filled(small_session) -> None:
    text = "Ask the {{role.senco}} of {{ school.name }} for the {{plan.name}}."
    assert filler(small_session, "hill", None).fill(text) == (
        "Ask the Inclusion Manager / SENDCo of Hill School for the Blue Plan."
    )


def test_every_role_has_a_usual_title() -> None:
    assert set(USUAL_TITLE) == {role.value for role in Role}


BATHNES = ("01225 394382", "07530 263401", "send_partnershipservice@bathnes.gov.uk", "sendiasbathnes")
PLACES = [
    (None, None),
    (None, "doncaster"),
    ("bawtry-mayflower", "doncaster"),
    ("ash-hill", "doncaster"),
    ("ash-hill", None),
    (None, "blackburn"),
    (None, "stockton"),
    (None, "bathnes"),
]


def spoken(session: Session, school: str | None, council: str | None, topics: list[str]) -> str:
    found = [a for topic in topics for a in queries.answers(session, topic, council, school, None)]
    assert len(found) > 100
    # What an answer turns into when it has expired is spoken too.
    texts = [(a.checked_on, text) for a in found for text in (a.text, a.after_expiry) if text]
    return "\n".join(filler(session, school, council, checked_on=day).fill(text) for day, text in texts)


@pytest.mark.parametrize(("school", "council"), PLACES)
def test_in_the_real_content_every_answer_can_be_filled_for_every_area(
    real_session, real_checked, school: str | None, council: str | None
) -> None:
    topics = sorted({placed.topic for placed in real_checked[1]})
    text = spoken(real_session, school, council, topics)
    assert not ANY_BRACES.search(text)
    assert "}}" not in text
    ways = [way for way in BATHNES if way in text]
    assert ways == (list(BATHNES) if council == "bathnes" else [])


def test_two_schools_of_one_council_never_hear_of_each_other_s_people(real_session, real_checked) -> None:
    topics = sorted({placed.topic for placed in real_checked[1]})
    bawtry = spoken(real_session, "bawtry-mayflower", "doncaster", topics)
    ash_hill = spoken(real_session, "ash-hill", "doncaster", topics)
    for name in ("Harrison", "Walker", "Jenkinson", "Bardell"):
        assert name in bawtry
        assert name not in ash_hill
    for name in ("Ryan", "Page", "Higgins"):
        assert f" {name}" in ash_hill
        assert f" {name}" not in bawtry
