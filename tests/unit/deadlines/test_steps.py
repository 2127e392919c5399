"""Each deadline's id stands for the same title and rule on any day."""

from __future__ import annotations

from datetime import date

import pytest

from deadlines.clock import deadlines
from deadlines.events import Event
from deadlines.steps import step


@pytest.mark.parametrize("event", list(Event))
def test_every_deadline_is_found_by_its_id(event: Event) -> None:
    day = date(2027, 8, 20)
    for one in deadlines(event, day, decision=day):
        found = step(one.id)
        assert found
        assert (found.title, found.whose, found.source) == (one.title, one.whose, one.source)


@pytest.mark.parametrize("name", ["", "request", "request/never", "\x00"])
def test_an_unknown_id_stands_for_nothing(name: str) -> None:
    assert step(name) is None
