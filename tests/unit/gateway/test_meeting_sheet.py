"""The sheet itself: what to ask, whom, the duty told honestly, dates, and only this area's advice line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import Status, Turn
from gateway.meeting_sheet import COUNTED, EMPTY, meeting_sheet
from gateway.sheet_parts import Sheet
from kb import models as m
from kb import queries
from kb.duties import SHOULD
from kb.speech import CONFIRM_WITH_SCHOOL

TODAY = date(2026, 11, 28)
BAWTRY = "bawtry-mayflower"
# These say "should" and rest on rules that say "must" of something wider: the sheet then tells neither.
RESTS_ON_OTHER_DUTIES = {
    "external_agencies_specialists/college-specialists",
    "graduated_approach/nursery-and-college",
    "parent_worried_about_progress/under-five",
}
TYPED = "my son Zebedee is hurt"


def answer(answer_id: str, topic: str = "", **other: Any) -> dict[str, Any]:
    topic = topic or answer_id.split("/")[0]
    return {
        "kind": "answer",
        "topic": topic,
        "answer": answer_id,
        "council": "bathnes",
        "school": None,
        **other,
    }


@pytest.fixture
def make(kb: sessionmaker[Session]) -> Any:
    def make_sheet(*customs: Any, council: str | None = "bathnes", today: date = TODAY) -> Sheet:
        reply = [{"text": TYPED, "custom": custom} for custom in customs]
        with kb() as session:
            turns = [Turn(1, "client-1", TYPED, None, (), None, Status.ANSWERED, reply)]
            return meeting_sheet(session, turns, council, today)

    return make_sheet


def test_without_answers_the_sheet_says_how_to_get_one(make: Any) -> None:
    sheet = make()
    assert (sheet.items, sheet.empty, sheet.made_on) == ((), EMPTY, "28 November 2026")
    assert sheet.line.phone == "01225 394382"


def test_an_item_has_heading_people_questions_and_sources(make: Any) -> None:
    (item,) = make(answer("senco_role/must-have-one")).items
    assert item.title == "Does every school have to have a SENCO?"
    assert item.whom == "the SENCO"
    assert "Is my child on SEN support?" in item.ask
    assert item.sources
    assert all(source.checked.endswith("2026") for source in item.sources)
    assert all(source.url.startswith("https://") or source.url == "" for source in item.sources)


def test_people_have_the_names_of_the_parent_s_own_school(make: Any) -> None:
    asked = "parent_worried_about_progress/tell-school"
    named = make(answer(asked, school=BAWTRY))
    assert "SENCO / Inclusion Manager (Miss M Harrison" in named.items[0].whom
    assert CONFIRM_WITH_SCHOOL in named.note
    assert make(answer(asked, school="ash-hill")).items[0].whom.startswith("the Form tutor, and the SENDCo")
    unknown = make(answer(asked))
    assert unknown.items[0].whom == "the class teacher or form tutor, and the SENCO if you like"
    assert CONFIRM_WITH_SCHOOL not in unknown.note


def test_the_law_is_told_with_its_paragraph(make: Any) -> None:
    (item,) = make(answer("ehc_timescale/decision-in-6-weeks")).items
    assert item.duty.level == "must"
    assert item.duty.sentence.startswith("The law says: The council must tell")
    assert "regulation 5)" in item.duty.sentence


def test_no_duty_is_told_as_stronger_than_its_answer(make: Any, kb: sessionmaker[Session]) -> None:
    with kb() as session:
        topics = queries.meetings(session)
        rows = [queries.answer(session, name) for name in session.scalars(select(m.AnswerRow.id))]
    for row in (row for row in rows if row and row.topic in topics and row.council in (None, "bathnes")):
        (item,) = make(answer(row.id, school=row.school)).items
        assert item.title == row.questions[0]
        if item.duty is None:
            assert row.duty == "info" or row.expires_on or row.id in RESTS_ON_OTHER_DUTIES
            continue
        assert item.duty.level == row.duty
        assert ("The law says" in item.duty.sentence) is (row.duty == "must")
        assert ("It is not the law." in item.duty.sentence) is (row.duty == "local")
        assert ("not a law of its own" in item.duty.sentence) is (row.duty == "should")


def test_a_should_of_the_code_and_a_local_way_say_so(make: Any) -> None:
    assert make(answer("graduated_approach/four-steps")).items[0].duty.sentence.endswith(SHOULD)
    local = make(answer("ehc_request_how/bathnes-where")).items[0].duty
    assert local.sentence.startswith("This is how Bath & North East Somerset says")
    assert make(answer("who_to_talk_to/start-with-teacher")).items[0].duty is None


def test_what_has_expired_is_no_longer_told_as_law(make: Any) -> None:
    asked = answer("law_changes/what-has-changed")
    assert make(asked).items[0].duty
    assert make(asked, today=date(2036, 1, 1)).items[0].duty is None


def test_dates_say_what_for_and_whose_with_their_rule(make: Any) -> None:
    dates = [
        {"id": "decision/appeal", "on": "2027-01-21"},
        {"id": "request/decision", "on": "2027-01-09", "whose": "x"},
    ]
    sheet = make(answer("clock/request", "ehc_timescale", dates=dates))
    (item,) = sheet.items
    assert [(day.words, day.on) for day in item.dates] == [
        ("Council says if it will assess. The last day for the council.", "Saturday 9 January 2027"),
        ("Tribunal gets your appeal. The last day for you.", "Thursday 21 January 2027"),
    ]
    assert item.title == "How long an EHC needs assessment takes"
    assert item.sources[0].name.endswith("regulation 5")
    assert item.duty.sentence.startswith("The law says: The council must tell")
    assert COUNTED in sheet.note


@pytest.mark.parametrize(
    "custom",
    [
        answer("ehc_timescale/of-an-older-release", sources=[{"title": "Ring 01234 567890"}], duty="must"),
        {"kind": "answer", "topic": "ehc_timescale"},
        answer("ladder/any-school/1", "ehc_timescale", duty="info"),
    ],
)
def test_where_no_answer_of_today_was_given_the_topic_s_own_stands_in(make: Any, custom: Any) -> None:
    (item,) = make(custom).items
    assert item.title == "How long an EHC needs assessment takes"
    assert "regulation 5)" in item.duty.sentence
    assert "01234" not in repr(item)


@pytest.mark.parametrize(
    "council", [None, "", "doncaster", "blackburn", "stockton", "atlantis", "\ud800", "x" * 999]
)
def test_no_number_of_another_area_is_on_a_sheet(
    make: Any, kb: sessionmaker[Session], council: str | None
) -> None:
    with kb() as session:
        given = [queries.answer(session, name) for name in session.scalars(select(m.AnswerRow.id))]
        bathnes = queries.council(session, "bathnes")
    line = bathnes.advice_line
    for start in range(0, len(given), 40):
        part = [answer(row.id, school=row.school) for row in given[start : start + 40]]
        shown = repr(make(*part, council=council))
        assert not [one for one in (line.phone, line.text_phone, line.email) if one and one in shown]


def test_without_an_area_the_sheet_says_how_to_find_the_line(make: Any) -> None:
    line = make(answer("senco_role/what-senco-does"), council=None).line
    assert line.phone is None
    assert "councilfordisabledchildren.org.uk" in line.contact


def test_nothing_that_was_said_in_the_chat_is_on_the_sheet(make: Any) -> None:
    assert "Zebedee" not in repr(make(answer("senco_role/what-senco-does", duty=TYPED, topic_title=TYPED)))
