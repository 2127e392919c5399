"""A young person who writes for themself: said before an answer that speaks of "your child"."""

from __future__ import annotations

import re

I_AM = r"\b(?:i ?['’]?m|i am)"
# "I'm 24 weeks pregnant" and "I am 15 minutes late" say no age.
AGE = re.compile(
    rf"{I_AM} (?:only |just |nearly |now )?(1[1-9]|2[0-4])\b"
    r"(?! ?(?:%|(?:weeks?|wks?|months?|miles?|days?|minutes?|mins?|hours?|hrs?|stone|kg|pages?"
    r"|years? in(?:to)?)\b))",
    re.IGNORECASE,
)
YEAR = re.compile(rf"{I_AM} (?:only |just |now )?in (?:year|yr|y) ?(7|8|9|1[0-3])\b", re.IGNORECASE)
# At 16 a writer may be on either side of that day; the words for the older say so themselves.
OWN_RIGHTS_AGE, OWN_RIGHTS_YEAR = 16, 12

GROWN = (
    'Where I say "your child", that means you. From the end of Year 11 the rights are your own, so you can '
    "ask yourself. A parent or someone else can help you if you want."
)
YOUNGER = (
    'Where I say "your child", that means you. Up to the end of Year 11 a parent or carer asks for you, but '
    "what you think should be listened to."
)


def note_to_the_young(text: str) -> str:
    """Say who "your child" is to a writer who gives their own age or school year; nothing to others.

    The rights pass to the young person after compulsory school age: the last Friday in June of Year 11
    (Children and Families Act 2014, sections 36 and 80).
    """
    if year := YEAR.search(text):
        return GROWN if int(year[1]) >= OWN_RIGHTS_YEAR else YOUNGER
    if age := AGE.search(text):
        return GROWN if int(age[1]) >= OWN_RIGHTS_AGE else YOUNGER
    return ""
