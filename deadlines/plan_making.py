"""From the request to the final plan: SEND Regulations 2014, regulations 5, 10 and 13."""

from __future__ import annotations

from datetime import date, timedelta

from deadlines.deadline import CHECK, Deadline
from deadlines.weekend import not_a_working_day
from english.wording import spoken_date

# Regulations 5(4), 10(4) and 13(3).
_EXCEPTIONS = (
    "A few things can give the council more time: the school was closed for 4 weeks or more, as in the "
    "summer; your child was away from the area for 4 weeks or more; an appointment was missed; or "
    f"something exceptional happened. {CHECK}"
)


def after_request(day: date) -> list[Deadline]:
    """Count 6, 16 and 20 calendar weeks from the day on which the council received the request."""
    no_plan = "tell you if it will not make a plan"
    final = "send the final EHC plan, if it makes one"
    return [
        _weeks("decision", "Council says if it will assess", day, 6, "tell you if it will assess", "reg-5"),
        _weeks("no-plan", "Council says if it will not make a plan", day, 16, no_plan, "reg-10"),
        _weeks("final-plan", "Council sends the final plan", day, 20, final, "reg-13"),
    ]


def after_draft(day: date) -> list[Deadline]:
    """Give the earliest last day to comment: 15 days of which the day of service is the first."""
    last = day + timedelta(days=14)
    rule = (
        "The council must give you at least 15 days to comment on the draft plan. The day it was sent is "
        f"day 1 ({spoken_date(day)}), and weekends count, so day 15 is {spoken_date(last)}."
    )
    exceptions = "The council may give you longer. Its letter should say. " + not_a_working_day(last)
    source = ("reg-13", "cfa-38")
    return [
        Deadline(
            "draft/comments", "Comment on the draft plan", last, "parent", rule, exceptions.strip(), source
        )
    ]


def _weeks(step: str, title: str, day: date, weeks: int, duty: str, source: str) -> Deadline:
    last = day + timedelta(weeks=weeks)
    rule = (
        f"The council must {duty} within {weeks} weeks of the day it got the request. We counted {weeks} "
        f"full weeks from {spoken_date(day)}, weekends and holidays included."
    )
    return Deadline(f"request/{step}", title, last, "council", rule, _EXCEPTIONS, (source,))
