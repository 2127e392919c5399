"""What became of the turn that is being handled: the tracker store tells, the channel asks."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Turn:
    """One turn. `stored` turns False when the tracker could not be read or written."""

    stored: bool = True


_current: ContextVar[Turn | None] = ContextVar("turn", default=None)


def begin_turn() -> Turn:
    """Start a turn in this task; the tracker store's calls in it will report to what this gives."""
    turn = Turn()
    _current.set(turn)
    return turn


def report_storage_failure() -> None:
    """Note that the tracker of the turn in this task is not safe."""
    turn = _current.get()
    if turn is not None:
        turn.stored = False


def storage_failed() -> bool:
    """Tell whether this task's turn has already lost its tracker."""
    turn = _current.get()
    return turn is not None and not turn.stored
