"""When the right to ask becomes a young person's own, and when it ends.

A "young person" is over compulsory school age and under 25 (section 83(2), Children and Families Act 2014).
Compulsory school age ends on the last Friday in June of the school year in which someone becomes 16
(section 8 of the Education Act 1996 and the Education (School Leaving Date) Order 1997).
"""

from __future__ import annotations

from datetime import date, timedelta

FIRST_MONTH = 9
FRIDAY = 4


def school_leaving_day(birth: date) -> date:
    """Give the last day of compulsory school age of someone born on `birth`."""
    year = birth.year + 16 + (birth.month >= FIRST_MONTH)
    end_of_june = date(year, 6, 30)
    return end_of_june - timedelta(days=(end_of_june.weekday() - FRIDAY) % 7)


def is_young_person(birth: date, today: date) -> bool:
    """Tell whether someone born on `birth` is over compulsory school age and under 25 on `today`."""
    return today > school_leaving_day(birth) and not is_25(birth, today)


def is_25(birth: date, today: date) -> bool:
    """Tell whether someone born on `birth` is 25 or older on `today`."""
    return (today.year - 25, today.month, today.day) >= (birth.year, birth.month, birth.day)
