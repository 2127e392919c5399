"""What in a form needs another look before it becomes a letter. Nothing is required."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from english.wording import spoken_date
from letters.birth import birth_date, birth_problem
from letters.school_age import school_leaving_day

LONGEST = 4000


def problems(fields: Mapping[str, str], today: date) -> dict[str, str]:
    """Give a kind sentence for each field that does not fit, by its name; none repeats what was typed.

    `fields` are `who` and texts of any names; `birth_day`, `birth_month` and `birth_year` are a date.
    """
    found = {
        name: f"This has {len(text):,} characters. Please shorten it to {LONGEST:,}."
        for name, text in fields.items()
        if len(text) > LONGEST
    }
    wrong_birth = birth_problem(fields, today)
    if wrong_birth:
        found.setdefault(*wrong_birth)
    elif still_at_school := _still_of_school_age(fields, today):
        found["who"] = still_at_school
    return found


def _still_of_school_age(fields: Mapping[str, str], today: date) -> str | None:
    """A young person's own right begins after compulsory school age (section 83(2) of the 2014 Act)."""
    birth = birth_date(fields)
    if fields.get("who") != "young_person" or birth is None or today > (leaving := school_leaving_day(birth)):
        return None
    return (
        "You chose a young person. With this date of birth, the right to ask is the parent's until "
        f"school-leaving age ({spoken_date(leaving)}). "
        "Please check the date of birth, or choose a parent and write the letter together."
    )
