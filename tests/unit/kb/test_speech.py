"""Facts as sentences: everything known is said, nothing unknown is guessed, doubt is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kb import speech
from kb.records import AdviceLine, Contact, Council, Hours, LocalOffer, Person, Reference

SOURCE = Reference("s", 'Leaflet "Help"', None, None, "no date on it", "in_force", "read", date(2026, 11, 21))
CONFIRM = ' This is from the document "Leaflet Help" (no date on it), so please confirm it with '
WEEK = Hours(frozenset({0, 1, 2, 3}), time(10), time(15))
LINE = AdviceLine(
    council="north",
    name="North SENDIASS",
    also_known_as=("Old Name", "Other Name"),
    phone="01225 394382",
    text_phone="07530 263401",
    email="help@north.example",
    website="https://www.north.example/",
    hours=(WEEK,),
    closures=frozenset(),
    status="current",
    source=SOURCE,
)
BARE = replace(LINE, also_known_as=(), text_phone=None, email=None, website=None, hours=())
CONTACT = Contact("c", "Helpline", "to talk", None, None, None, None, None, "current", SOURCE)
DIRECTORY = replace(CONTACT, website="http://list.example")
OFFER = LocalOffer("North Offer", "https://offer.example", "current", SOURCE)
NORTH = Council("north", "North County Council", "North", OFFER, LINE)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({0, 1, 2, 3}, "Monday to Thursday"),
        ({0, 1, 2, 3, 4, 5, 6}, "Monday to Sunday"),
        ({0, 1}, "Monday and Tuesday"),
        ({4}, "Friday"),
        ({0, 2, 4}, "Monday, Wednesday and Friday"),
        ({0, 1, 2, 4}, "Monday, Tuesday, Wednesday and Friday"),
    ],
)
def test_days_in_a_row_are_said_from_to(days: set[int], said: str) -> None:
    assert speech.opening_times([Hours(frozenset(days), time(10), time(15))]) == f"{said}, 10am to 3pm"


def test_several_spans_are_parted_by_a_semicolon() -> None:
    friday = Hours(frozenset({4}), time(9, 30), time(12))
    assert speech.opening_times([WEEK, friday]) == "Monday to Thursday, 10am to 3pm; Friday, 9.30am to 12pm"
    assert speech.opening_times([]) == ""


def test_a_line_is_told_with_every_way_to_reach_it() -> None:
    assert speech.advice_line_contact(LINE, None) == (
        "North SENDIASS (also called Old Name and Other Name): "
        "phone 01225 394382 (Monday to Thursday, 10am to 3pm), text 07530 263401, "
        "e-mail help@north.example or north.example."
    )


def test_a_line_with_only_a_number_gives_the_number() -> None:
    assert speech.advice_line_contact(BARE, DIRECTORY) == "North SENDIASS: phone 01225 394382."


def test_an_unconfirmed_line_names_its_source_and_age() -> None:
    said = speech.advice_line_contact(replace(BARE, status="check"), None)
    assert said == f"North SENDIASS: phone 01225 394382.{CONFIRM}the service."


@pytest.mark.parametrize(
    ("directory", "where"),
    [(None, ""), (CONTACT, ""), (DIRECTORY, " You can find it in the list at list.example.")],
)
def test_without_a_number_none_is_guessed(directory: Contact | None, where: str) -> None:
    said = speech.advice_line_contact(replace(LINE, phone=None), directory)
    assert said.endswith(f"so I will not guess one.{where}")
    assert "01225" not in said


def test_without_an_area_the_list_of_all_lines_is_named_where_we_have_it() -> None:
    assert speech.advice_line_unknown(DIRECTORY).endswith("all of them is at list.example.")
    assert speech.advice_line_unknown(None).endswith("I will look for yours.")


def test_a_local_offer_is_told_with_or_without_its_address() -> None:
    told = "The Local Offer of North is called North Offer"
    assert speech.local_offer_contact(OFFER, NORTH) == f"{told}: offer.example."
    unsure = replace(OFFER, website=None, status="check")
    assert speech.local_offer_contact(unsure, NORTH) == f"{told}.{CONFIRM}the council."


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ({}, "Helpline"),
        ({"phone": "0800 1111", "email": "a@b.example"}, "Helpline (0800 1111)"),
        ({"text_phone": "85258", "website": "https://x.example"}, "Helpline (85258)"),
        ({"email": "a@b.example", "website": "https://x.example"}, "Helpline (a@b.example)"),
        ({"website": "https://www.x.example/help/", "address": "1 Road"}, "Helpline (x.example/help)"),
        ({"address": "1 Road"}, "Helpline (1 Road)"),
        ({"name": "NHS 111", "phone": "111"}, "NHS 111"),
    ],
)
def test_in_a_sentence_a_service_is_named_with_its_best_way(ways: dict[str, str], said: str) -> None:
    assert speech.contact_short(replace(CONTACT, **ways)) == said


def test_a_service_is_told_in_full() -> None:
    full = replace(CONTACT, phone="1", text_phone="2", email="3", address="4", website="https://5")
    assert speech.contact_full(full) == "Helpline: to talk. Reach it by phone 1, text 2, e-mail 3, 4 or 5."
    assert speech.contact_full(replace(CONTACT, status="check")) == f"Helpline: to talk.{CONFIRM}them."


@pytest.mark.parametrize(
    ("names", "said"),
    [((), "the SENCO"), (("Ms A",), "the SENCO (Ms A)"), (("Ms A", "Mr B"), "the SENCO (Ms A and Mr B)")],
)
def test_a_person_is_named_where_a_name_is_known(names: tuple[str, ...], said: str) -> None:
    assert speech.person_named(Person("senco", "SENCO", names, ())) == said


def test_sources_are_named_once_each_with_their_parts_and_the_oldest_check() -> None:
    act = replace(SOURCE, title="Small Act", dated="2014", checked_on=date(2026, 3, 1))
    said = speech.source_line(
        [replace(act, paragraph="section 1"), SOURCE, replace(act, paragraph="section 2")]
    )
    assert said == (
        "Where this comes from: Small Act (2014), section 1 and section 2; "
        'Leaflet "Help" (no date on it). Last checked 1 March 2026.'
    )


def test_a_date_that_stands_in_the_title_is_not_said_twice() -> None:
    said = speech.source_line([replace(SOURCE, title="Small Act 2014", dated="2014")])
    assert said.startswith("Where this comes from: Small Act 2014. Last")
    assert speech.source_line([]) == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [("https://www.a.example/b/", "a.example/b"), ("http://a.example", "a.example"), (None, ""), ("", "")],
)
def test_web_addresses_are_said_without_their_scheme(address: str | None, said: str) -> None:
    assert speech.web(address) == said
