"""A day of the month without its month: "the 3rd", "the 3rd of last month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from days.found import Found
from days.impossible import real_day
from days.months import add_months
from days.nearest import nearest_month
from days.tense import speaks_of_the_future

# A noun after it makes it a count ("the 3rd time", "the 2nd school"), so only these may follow.
_FOLLOWS = (
    r"(?= ?(?:$|[.,;:!?)\n-]))|(?= (?:and|at|but|so|when|because|by|from|with|after|if|then|we|i|they|he|she|"
    r"it|you|"
    r"was|is|this|to|in|coming|asking|saying|about|what|how)\b)"
)
_THE = re.compile(
    r"(?:\A\s*|\b(?:the|on|dated|since|by) )(?P<d>\d\d?) ?(?:st|nd|rd|th)"
    r"(?! ?(?:and|or|to|-|&|,) ?(?:the )?\d\d?(?:st|nd|rd|th))"
    rf"(?:(?: of)?(?: the)? (?P<word>this|last|next) month\b|{_FOLLOWS})"
)
_MONTHS = {"last": -1, "this": 0, "next": 1}


def ordinal_dates(text: str, today: date) -> Iterator[Found]:
    """Give the days of folded `text` named by their number alone: the latest not after `today`."""
    for match in _THE.finditer(text):
        day = int(match["d"])
        if not 1 <= day <= 31:
            continue
        if match["word"]:
            month = add_months(today, _MONTHS[match["word"]])
            value = real_day(month.year, month.month, day, today)
        else:
            future = speaks_of_the_future(text, match.start("d"), match.end())
            value = nearest_month(day, today, future=future)
        yield Found(match.start("d"), match.end(), value)
