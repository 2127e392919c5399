"""Days that cannot be right for an event, or hardly: a kind question instead of a wrong count."""

from __future__ import annotations

from datetime import date

from days.months import add_months
from deadlines.events import Event
from english.wording import spoken_date

_MOST_MONTHS = 24
# These may be planned ahead.
_MAY_BE_TO_COME = (Event.REVIEW, Event.TRANSFER)


def check_event_day(event: Event, day: date, today: date, *, decision: date | None = None) -> str | None:
    """Give a kind sentence if `day` needs another look before counting from it, or None.

    A past event may not be after `today`; no event may be more than 2 years away; a certificate may not be
    older than `decision`, the date on the decision letter.
    """
    if day > today and event not in _MAY_BE_TO_COME:
        return f"That date has not come yet: {spoken_date(day)}. Could you check the day, month and year?"
    if day < add_months(today, -_MOST_MONTHS):
        return f"{spoken_date(day)} is more than 2 years ago. Could you check the year?"
    if day > add_months(today, _MOST_MONTHS):
        return f"{spoken_date(day)} is more than 2 years away. Could you check the year?"
    if event is Event.CERTIFICATE and decision is not None and day < decision:
        return (
            "A mediation certificate comes after the decision letter. The certificate says "
            f"{spoken_date(day)} and the letter says {spoken_date(decision)}. Could you check both dates?"
        )
    return None
