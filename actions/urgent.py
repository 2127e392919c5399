"""Matters that cannot wait for another day: a person is offered beside the answer."""

from __future__ import annotations

import re

from actions.turn import Turn

SIGN = re.compile(
    r"\b(want\w*|ask\w*|told|tell\w*|make|making|made|pressur\w*|forc\w*|expect\w*|given|gave|need|have)"
    r" (me|us|my \w+|him|her)? ?(to )?sign\b"
    r"|\bsign(ing|ed)? (a|an|the|this|these|some|off|something|paper\w*|form\w*|it)\b"
    r"|\b(to|should i|do i|must i) sign\b",
    re.IGNORECASE,
)
TODAY = re.compile(
    r"\b(today|this (morning|afternoon)|just (now|been|rang|called|got)|right now|tonight|tomorrow"
    r"|hour ago)\b",
    re.IGNORECASE,
)
OUT_OF_SCHOOL = frozenset({"exclusion", "school_refusal_attendance", "home_education"})
EXCLUDED = re.compile(
    r"\b(exclu\w+|suspen\w+|expel\w*|kicked out|sent (him |her |them |my \w+ )?home"
    r"|send\w* (him|her|them) home)\b",
    re.I,
)


def urgent_reason(turn: Turn) -> str | None:
    """Name why this should not wait: asked to sign, or put out of school today; None for everything else."""
    if turn.pressed:
        return None
    if SIGN.search(turn.text):
        return "asked_to_sign"
    if TODAY.search(turn.text) and (turn.intent in OUT_OF_SCHOOL or EXCLUDED.search(turn.text)):
        return "out_of_school_today"
    return None
