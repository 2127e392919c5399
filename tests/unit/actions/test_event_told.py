"""What a date in a parent's words is the date of."""

from __future__ import annotations

from datetime import date

import pytest

from actions.event_told import event_told
from deadlines.events import Event

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("refused on 3 october, whats my deadline", Event.DECISION),
        ("decision letter 3 October. deadline?", Event.DECISION),
        ("we asked the council for an assessment on 2 november, when must they answer", Event.REQUEST),
        ("the review was on 12 november", Event.REVIEW),
        ("refused, and nobody told me why", None),
    ],
)
def test_the_words_beside_a_date_tell_what_it_is(text: str, event: Event | None) -> None:
    assert event_told(text, TODAY) is event


@pytest.mark.parametrize(
    "text",
    [
        "my last day to get the appeal in is 28 december, everything is shut then",
        "the deadline for the appeal is 12 december, what do they need",
        "we have until 3 december to appeal, can we have longer",
        "time to appeal runs out on 20 december",
    ],
)
def test_a_last_day_is_never_counted_on_from(text: str) -> None:
    assert event_told(text, TODAY) is None
