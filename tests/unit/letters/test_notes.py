"""What is said beside the letter: whose right it is, and what follows."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from letters.notes import before_sending, what_next
from letters.request import Request, Who

TODAY = date(2026, 11, 28)


def test_a_parent_of_a_young_person_hears_that_the_right_is_theirs() -> None:
    (note,) = before_sending(Request(TODAY, birth=date(2009, 1, 1)))
    assert "The right to ask is now their own, and you can help." in note


@pytest.mark.parametrize(
    "request_",
    [
        Request(TODAY),
        Request(TODAY, birth=date(2016, 1, 1)),
        Request(TODAY, "young_person", birth=date(2009, 1, 1)),
    ],
)
def test_most_letters_need_no_note(request_: Request) -> None:
    assert before_sending(request_) == []


def test_anyone_else_hears_that_the_route_is_weaker() -> None:
    (note,) = before_sending(Request(TODAY, "other"))
    assert "not a request in law" in note
    assert "6 weeks" not in " ".join(what_next(Request(TODAY, "other")))


def test_a_school_hears_that_it_should_tell_the_family() -> None:
    (note,) = before_sending(Request(TODAY, "school"))
    assert "should tell the parent" in note


@pytest.mark.parametrize("who", ["parent", "young_person", "school"])
def test_the_steps_give_both_time_limits(who: Who) -> None:
    steps = " ".join(what_next(Request(TODAY, who)))
    assert "must decide within 6 weeks of getting the letter, with few exceptions" in steps
    assert "within 20 weeks of getting the letter" in steps


@pytest.mark.parametrize("who", get_args(Who))
def test_nobody_is_told_that_they_must_do_anything(who: Who) -> None:
    said = " ".join([*before_sending(Request(TODAY, who)), *what_next(Request(TODAY, who))])
    assert "You must" not in said
    assert "must mediate" not in said
    assert "severe" not in said
