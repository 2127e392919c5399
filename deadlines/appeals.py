"""Mediation and appeal: Children and Families Act 2014, s.55; Tribunal Rules 2008, rules 12(3), 20(1)."""

from __future__ import annotations

from datetime import date

from days.months import add_months
from days.working_days import next_working_day
from deadlines.deadline import CHECK, Deadline
from deadlines.weekend import not_a_working_day
from english.wording import spoken_date

_NO_CERTIFICATE = (
    "You need no certificate if you appeal only about the school or college named (section I), or if you "
    "claim disability discrimination. You must contact the adviser, but you do not have to mediate."
)
_LATE = f"If you are late, still ask for help: a judge may allow a late appeal. {CHECK}"


def after_decision(day: date) -> list[Deadline]:
    """Count 2 months from the date on the decision letter: to contact the adviser, and to appeal."""
    last = add_months(day, 2)
    rule = (
        "You must contact the mediation adviser within 2 months of the date on the letter. We counted 2 "
        f"months from {spoken_date(day)}."
    )
    exceptions = _sentences(not_a_working_day(last), _NO_CERTIFICATE)
    adviser = Deadline(
        "decision/mediation-adviser", "Contact the mediation adviser", last, "parent", rule, exceptions,
        ("reg-32", "cfa-55"),
    )  # fmt: skip
    how = f"We counted 2 months from {spoken_date(day)}."
    later = "A mediation certificate can give you longer: 1 month from its date, if that is later."
    return [adviser, _appeal("decision/appeal", last, how, later)]


def after_certificate(day: date, decision: date) -> list[Deadline]:
    """Give the last day to appeal: 2 months from `decision` or 1 month from the certificate, the later one.

    Raises ValueError if the certificate is older than the decision.
    """
    if day < decision:
        raise ValueError("a mediation certificate cannot be older than the decision")
    from_letter, from_certificate = add_months(decision, 2), add_months(day, 1)
    how = (
        f"2 months from the letter is {spoken_date(from_letter)}. 1 month from the certificate is "
        f"{spoken_date(from_certificate)}. The later one counts."
    )
    return [_appeal("certificate/appeal", max(from_letter, from_certificate), how, "")]


def _appeal(name: str, counted: date, how: str, later: str) -> Deadline:
    last = _after_a_break(counted)
    rule = (
        "The Tribunal must have your appeal within 2 months of the date on the decision letter, or 1 month "
        f"of the date on the mediation certificate, whichever is later. {how}"
    )
    if last != counted:
        break_rule = (
            "A last day in August moves to the first working day of September."
            if counted.month == 8
            else "A last day from 25 December to 1 January moves to the next working day in January."
        )
        rule = f"{rule} That gives {spoken_date(counted)}. {break_rule} So it moved to {spoken_date(last)}."
    exceptions = _sentences(not_a_working_day(last), later, _LATE)
    source = ("tribunal-rule-20",)
    return Deadline(name, "Tribunal gets your appeal", last, "parent", rule, exceptions, source)


def _after_a_break(day: date) -> date:
    """Move a last day out of August and out of 25 December to 1 January (Tribunal Rules 2008, rule 12(3))."""
    if day.month == 8:
        return next_working_day(date(day.year, 9, 1))
    if (day.month, day.day) >= (12, 25):
        return next_working_day(date(day.year + 1, 1, 2))
    if (day.month, day.day) == (1, 1):
        return next_working_day(date(day.year, 1, 2))
    return day


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
