"""After an annual review, and before a move: SEND Regulations 2014, regulations 18, 20 and 22."""

from __future__ import annotations

from datetime import date, timedelta

from deadlines.deadline import CHECK, Deadline
from deadlines.weekend import not_a_working_day
from english.wording import spoken_date

_IF_CHANGED = "This is only for a plan that the council decides to change."


def after_review(day: date) -> list[Deadline]:
    """Count from the review meeting: 4 weeks to the council's decision, 12 to the final changed plan."""
    decision, final = day + timedelta(weeks=4), day + timedelta(weeks=12)
    meeting = f"from the meeting on {spoken_date(day)}, weekends and holidays included."
    return [
        Deadline(
            "review/decision", "Council's decision after the review", decision, "council",
            "The council must tell you within 4 weeks of the meeting if it will keep, change or end the "
            f"plan. We counted 4 full weeks {meeting}",
            "If it will change the plan, its notice of the changes is due in the same 4 weeks.",
            ("reg-20-after",),
        ),
        Deadline(
            "review/final-plan", "Final plan after the review", final, "council",
            "The council must send the final plan within 8 weeks of its notice of changes. The notice is "
            "due within 4 weeks of the meeting, so the plan is due within 12 weeks of it. We counted 12 "
            f"full weeks {meeting}",
            f"{_IF_CHANGED} If you have the notice, count 8 weeks from its date.",
            ("devon-2022", "reg-22-amend"),
        ),
    ]  # fmt: skip


def after_notice(day: date) -> list[Deadline]:
    """Count from the notice of changes: the earliest end of 15 days to comment, 8 weeks to the final plan."""
    comments, final = day + timedelta(days=14), day + timedelta(weeks=8)
    warning = not_a_working_day(comments)
    return [
        Deadline(
            "notice/comments", "Comment on the changes", comments, "parent",
            "The council must give you at least 15 days to comment on the changes. To be safe we counted "
            f"the date on the notice as day 1 ({spoken_date(day)}), weekends included, so day 15 is "
            f"{spoken_date(comments)}.",
            f"The council may give you longer. Its letter should say. {CHECK} {warning}".strip(),
            ("reg-22-amend",),
        ),
        Deadline(
            "notice/final-plan", "Final plan after the notice", final, "council",
            "The council must send the final plan within 8 weeks of its notice of changes. We counted 8 "
            f"full weeks from {spoken_date(day)}, weekends and holidays included.",
            "",
            ("reg-22-amend",),
        ),
    ]  # fmt: skip


def before_transfer(day: date) -> list[Deadline]:
    """Give the last days for naming the next place in the year of the move, of which `day` is any day."""
    school, post_16 = date(day.year, 2, 15), date(day.year, 3, 31)
    year = f"The move is in {day.year}, so we used the date in that year."
    other = f"Between two post-16 places the date is 5 months before the move. {CHECK}"
    must = "the council must finish the review and name the next place in the plan by"
    return [
        Deadline(
            "transfer/school", "Next school named in the plan", school, "council",
            f"For a move between schools, or into school, {must} 15 February. {year}",
            f"A move from secondary school to post-16 has a later date, 31 March. {other}",
            ("reg-18-transfer",),
        ),
        Deadline(
            "transfer/post-16", "Next post-16 place named in the plan", post_16, "council",
            f"For a move from secondary school to post-16, {must} 31 March. {year}",
            f"Other moves between schools have an earlier date, 15 February. {other}",
            ("reg-18-transfer",),
        ),
    ]  # fmt: skip
