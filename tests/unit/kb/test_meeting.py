"""The questions for a meeting as they are: every topic, plain questions, nothing they cannot carry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from benchmarks.grade import grade
from kb import queries
from kb.build import check, release_id
from kb.export import write_exports
from kb.filling import Filler

TOPICS = Path(__file__).parents[3] / "kb" / "content" / "topics.yml"
MOST_WORDS = 18
HARDEST = 6  # a school year of the Flesch-Kincaid grade: age 11


def test_every_topic_has_questions_or_a_reason(real_checked) -> None:
    content, _ = real_checked
    topics = {topic["id"] for topic in YAML(typ="safe").load(TOPICS.read_text())["topics"]}
    meeting = content.meeting.value
    assert {one.topic for one in meeting.meetings} | {one.topic for one in meeting.no_meeting} == topics
    assert len(meeting.meetings) >= 45


def test_each_question_is_short_and_no_statement_of_law(real_checked) -> None:
    content, _ = real_checked
    for meeting in content.meeting.value.meetings:
        for question in meeting.ask:
            assert len(question.split()) <= MOST_WORDS, question
            assert not re.search(r"\b(must|legal|illegal|duty|promise|fault|blame)\b", question), question


def test_the_questions_of_each_topic_can_be_read_at_age_11(real_session: Session) -> None:
    filler = Filler(real_session, None, None)
    grades = {
        topic: round(grade(filler.fill(question) for question in meeting.ask), 1)
        for topic, meeting in queries.meetings(real_session).items()
    }
    assert {topic: one for topic, one in grades.items() if one > HARDEST} == {}


def test_the_questions_of_a_topic_are_filled_for_a_place_and_for_none(real_session: Session) -> None:
    meetings = queries.meetings(real_session)
    school, council = (
        queries.school(real_session, "bawtry-mayflower"),
        queries.council(real_session, "bathnes"),
    )
    for filler in (Filler(real_session, None, None), Filler(real_session, school, council)):
        for meeting in meetings.values():
            words = [filler.fill(text) for text in (meeting.whom, *meeting.ask)]
            assert not [text for text in words if "{" in text or "  " in text]
    assert Filler(real_session, None, None).fill(meetings["senco_role"].whom) == "the SENCO"


def test_the_small_questions_come_with_the_topic_s_title(small_session: Session) -> None:
    meetings = queries.meetings(small_session)
    assert list(meetings) == ["ehc_timescale", "senco_role"]
    assert (meetings["ehc_timescale"].title, meetings["ehc_timescale"].ask[1]) == (
        "How long it takes",
        "By what date will I hear?",
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [("act-1", ("law", "must")), ("act-2", ("law", "should")), ("act-9", None), ("act", None), ("x", None)],
)
def test_only_rules_in_force_say_something(small_session: Session, name: str, says: object) -> None:
    rule = queries.rule(small_session, name)
    assert (rule and (rule.kind, rule.duty)) == says


def test_a_changed_question_changes_nothing_that_the_bot_is_trained_on(small, tmp_path: Path) -> None:
    write_exports(*check(small.folder), release_id(small.folder), tmp_path / "before")
    small.change("meeting.yml", "By what date will I hear?", "When will I hear?")
    write_exports(*check(small.folder), release_id(small.folder), tmp_path / "after")
    for name in ("lookups.json", "safety.json"):
        assert (tmp_path / "before" / name).read_bytes() == (tmp_path / "after" / name).read_bytes()
