"""The dates of the legal clock as a calendar file, counted anew for each download and kept nowhere."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import Blueprint, Response, request

from deadlines.calendar_file import calendar_file
from deadlines.clock import deadlines
from deadlines.events import Event
from gateway.problems import Refused

routes = Blueprint("dates", __name__)
AGAIN = "Go back to the chat and ask for your dates again."


@routes.get("/dates.ics")
def download() -> Response:
    """Give the file for ?event=...&day=YYYY-MM-DD (and &decision=...). Raises Refused for a bad date."""
    name = request.args.get("event", "")
    if name not in {event.value for event in Event}:
        raise Refused("unknown_event", f"This link does not say what happened. {AGAIN}", 400)
    decision = request.args.get("decision")
    if name == Event.CERTIFICATE and not decision:
        raise Refused("decision", f"The date on the decision letter is missing. {AGAIN}", 400)
    day, letter = _day(request.args.get("day", "")), _day(decision) if decision else None
    if letter and letter > day:
        raise Refused("decision", f"A certificate cannot be older than the decision letter. {AGAIN}", 400)
    found = deadlines(Event(name), day, decision=letter)
    response = Response(calendar_file(found, datetime.now(UTC)), mimetype="text/calendar")
    response.headers["Content-Disposition"] = 'attachment; filename="send-dates.ics"'
    return response


def _day(given: str) -> date:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise Refused("date", f"This link has a date that cannot be read. {AGAIN}", 400) from None
    if not 2000 <= day.year <= 2100:
        raise Refused("date", f"This link has a date that is too far away. {AGAIN}", 400)
    return day
