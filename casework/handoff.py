"""Handing over to an area's advice line: its true state in words, and the contract's `handoff` message."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Protocol

from casework.opening_hours import LineState, Span, line_state
from english.wording import clock


class Line(Protocol):
    """An area's advice line."""

    @property
    def council(self) -> str:
        """Id of the council."""

    @property
    def phone(self) -> str | None:
        """Its number, if we hold a checked one."""

    @property
    def hours(self) -> Iterable[Span]:
        """When it is answered."""

    @property
    def closures(self) -> frozenset[date]:
        """Dates it is shut, besides bank holidays."""


def state_of(line: Line, moment: datetime) -> LineState:
    """Give the state of `line`; a line with no known hours is never open and never opens."""
    return line_state(line.hours, line.closures, moment)


def state_sentence(line: Line, state: LineState) -> str:
    """Say whether the line is open now, and if not when it next opens; empty where hours are not known."""
    if not line.phone or not list(line.hours):
        return ""
    if state.open_now and state.closes_at:
        return f"The line should be open now, until {clock(state.closes_at.time())} today."
    if state.next_open:
        moment = state.next_open
        day = f"{moment:%A} {moment.day} {moment:%B}"
        return f"The line is closed now. It should next open on {day} at {clock(moment.time())}."
    return "The line is closed now."


def handoff_message(reason: str, line: Line | None, state: LineState | None) -> dict[str, Any]:
    """Give the reply contract's `handoff` message; without an area, `line` and `state` are None."""
    return {
        "kind": "handoff",
        "reason": reason,
        "council": line.council if line else None,
        "line": line.phone if line else None,
        "open_now": state.open_now if state else False,
        "next_open": state.next_open.isoformat() if state and state.next_open else None,
    }
