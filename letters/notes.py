"""What to know before the letter goes, and what happens after: said beside the letter, never in it."""

from __future__ import annotations

from letters.request import Request
from letters.school_age import is_young_person

THEIR_OWN_RIGHT = (
    "With this date of birth, they are over school-leaving age. The right to ask is now their own, and you "
    "can help. They can send this letter themselves: change it and choose that a young person asks. "
    "Some young people cannot make this decision, even with help. Then someone can act for them, often a "
    "parent. Get advice on this first."
)
WEAKER = (
    "This letter is a weaker route. It tells the council about a child, but it is not a request in law. "
    "It is best if a parent, the young person or the school asks as well. In education law, anyone who has "
    'care of a child can count as a "parent". If that may be you, ask the advice line.'
)
SCHOOL_SHOULD_TELL = (
    "The school should tell the parent, or the young person, before it asks. Where possible it should have "
    "their agreement. The letter has a gap for this."
)


def before_sending(request: Request) -> list[str]:
    """Give sentences about who holds the right to ask, most letters none.

    Sources: sections 36(1) and 83(2) of the Children and Families Act 2014; SEND Code of Practice, 9.8, 9.9.
    """
    if request.who == "other":
        return [WEAKER]
    if request.who == "school":
        return [SCHOOL_SHOULD_TELL]
    grown = request.birth is not None and is_young_person(request.birth, request.dated)
    return [THEIR_OWN_RIGHT] if request.who == "parent" and grown else []


def what_next(request: Request) -> list[str]:
    """Give the steps after the letter is sent, in order.

    Sources: section 36(8) of the 2014 Act; regulations 5 and 13 of the SEND Regulations 2014.
    """
    send = "Fill in what is in [square brackets], or take it out. Put your papers with it. Keep copies."
    if request.who == "other":
        return [send, "The council looks at what you say. It tells the family what it decides."]
    return [
        send,
        "The council must decide within 6 weeks of getting the letter, with few exceptions. It must assess "
        "if the child or young person has or may have special educational needs, and may need an EHC plan.",
        "If the council says no, it must tell the parent or young person why, and how to appeal.",
        "If it assesses and makes an EHC plan, the final plan is due within 20 weeks of getting the letter, "
        "with few exceptions.",
    ]
