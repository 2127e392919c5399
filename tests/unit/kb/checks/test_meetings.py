"""Every topic is thought of once in meeting.yml, and each question asks."""

from __future__ import annotations

import pytest

MEETING = "meeting.yml"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        (
            "  - topic: transport\n    why: No answers yet.\n",
            "",
            None,
            "topic `transport` is missing; add it",
        ),
        ("topic: transport", "topic: trains", "topic: trains", "unknown topic `trains`"),
        ("topic: transport", "topic: senco_role", None, "topic `senco_role` stands here already"),
        ("topic: ladder_step", "topic: ehc_timescale", None, "topic `ehc_timescale` stands here already"),
    ],
)
def test_a_topic_left_out_unknown_or_named_twice_is_told(small, old, new, at, says) -> None:
    small.change(MEETING, old, new)
    found = [problem for problem in small.problems() if problem[2].startswith(says)]
    assert [problem[0] for problem in found] == [MEETING]
    assert at is None or found[0][1] == small.line_of(MEETING, at)


def test_a_meeting_about_a_topic_without_answers_is_told(small) -> None:
    entry = "  - topic: transport\n    why: No answers yet.\n"
    small.change(MEETING, entry, "")
    small.change(
        MEETING,
        "no_meeting:",
        f"{entry.replace('why: No answers yet.', 'whom: x')}    ask: [A?, B?]\nno_meeting:",
    )
    says = "topic `transport` has no answers yet; put it under no_meeting"
    assert small.problems() == [(MEETING, small.line_of(MEETING, "topic: transport"), says)]


@pytest.mark.parametrize("question", ["Tell me when.", "When? Today.", "You must write to me"])
def test_what_is_no_question_is_told(small, question: str) -> None:
    small.change(MEETING, "By what date will I hear?", question)
    says = f'"{question}" is no question; end it with a question mark'
    assert small.problems() == [(MEETING, small.line_of(MEETING, question), says)]


def test_a_topic_is_not_blamed_while_another_file_cannot_be_read(small) -> None:
    small.change("topics/senco_role.yml", "title: The SENCO", "titel: The SENCO")
    assert not [problem for problem in small.problems() if problem[0] == MEETING]
