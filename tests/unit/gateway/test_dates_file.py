"""The calendar file of the legal clock: counted for each download, with a sentence for a broken link."""

from __future__ import annotations

from typing import Any

import pytest
from icalendar import Calendar


def test_the_dates_come_as_a_calendar(app: Any) -> None:
    response = app.test_client().get("/dates.ics?event=request&day=2026-11-02")
    assert response.status_code == 200
    assert response.mimetype == "text/calendar"
    assert "attachment" in response.headers["Content-Disposition"]
    events = Calendar.from_ical(response.data).walk("VEVENT")
    days = {event["DTSTART"].dt.isoformat() for event in events}
    assert {"2026-12-14", "2027-03-22"} <= days


def test_a_certificate_counts_with_its_letter(app: Any) -> None:
    link = "/dates.ics?event=certificate&day=2026-11-16&decision=2026-10-01"
    assert b"20261216" in app.test_client().get(link).data


@pytest.mark.parametrize(
    "query",
    [
        "",
        "event=party&day=2026-11-02",
        "event=request",
        "event=request&day=31-02-2026",
        "event=request&day=0001-01-01",
        "event=certificate&day=2026-11-16",
        "event=certificate&day=2026-10-01&decision=2026-11-16",
    ],
)
def test_a_broken_link_says_what_to_do(app: Any, query: str) -> None:
    response = app.test_client().get(f"/dates.ics?{query}")
    assert response.status_code == 400
    assert "Go back to the chat" in response.text
