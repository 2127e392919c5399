"""The legal clock: an event and its day in, the last days that follow from it out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from deadlines.appeals import after_certificate, after_decision
from deadlines.deadline import Deadline
from deadlines.events import Event
from deadlines.plan_making import after_draft, after_request
from deadlines.reviews import after_notice, after_review, before_transfer

_COUNTED_FROM: dict[Event, Callable[[date], list[Deadline]]] = {
    Event.REQUEST: after_request,
    Event.DECISION: after_decision,
    Event.DRAFT: after_draft,
    Event.REVIEW: after_review,
    Event.NOTICE: after_notice,
    Event.TRANSFER: before_transfer,
}


def deadlines(event: Event, day: date, *, decision: date | None = None) -> list[Deadline]:
    """Give the deadlines that follow from `event` on `day`, earliest step first.

    `decision` is the date on the decision letter; a certificate needs it. Raises ValueError for a certificate
    without it or older than it.
    """
    if event is Event.CERTIFICATE:
        if decision is None:
            raise ValueError("a mediation certificate needs the date of the decision too")
        return after_certificate(day, decision)
    return _COUNTED_FROM[event](day)
