"""Deadlines as an iCalendar file (RFC 5545) that any phone or computer can add to its calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from deadlines.deadline import Deadline

_ADVICE = "Check with your SEND advice service."
# Time for the parent to act; for the council, the first day on which it is late.
_PARENT_ALARM = timedelta(days=-14)
_OTHER_ALARM = timedelta(days=1)


def calendar_file(deadlines: Iterable[Deadline], made_at: datetime) -> bytes:
    """Give the file: one all-day event with an alarm for each deadline, lines ended by CRLF.

    It holds nothing personal. The same deadline on the same day has the same UID, so adding it again does not
    double it. Raises ValueError if `made_at` has no time zone.
    """
    if made_at.tzinfo is None:
        raise ValueError("the time needs a time zone")
    calendar = Calendar()
    calendar.add("prodid", "-//Signpost//SEND deadlines//EN")
    calendar.add("version", "2.0")
    for deadline in deadlines:
        calendar.add_component(_event(deadline, made_at.astimezone(UTC)))
    content: bytes = calendar.to_ical()
    return content


def _event(deadline: Deadline, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{deadline.id.replace('/', '-')}-{deadline.on:%Y%m%d}@signpost")
    event.add("dtstamp", stamp)
    event.add("dtstart", deadline.on)
    event.add("dtend", deadline.on + timedelta(days=1))
    event.add("summary", deadline.title)
    event.add(
        "description", "\n".join(part for part in (deadline.rule, deadline.exceptions, _ADVICE) if part)
    )
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(deadline))
    return event


def _alarm(deadline: Deadline) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", deadline.title)
    alarm.add("trigger", _PARENT_ALARM if deadline.whose == "parent" else _OTHER_ALARM)
    return alarm
