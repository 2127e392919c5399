"""What keeps a card from being sent: for each part, one sentence that says what to change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.card import HOW, SAFE, Card
from casework.uk_phone import is_mobile, phone_problem

LONGEST = {
    "question": 2000,
    "said": 600,
    "tried": 1000,
    "wants": 1000,
    "name": 100,
    "phone": 40,
    "email": 254,
    "when_note": 300,
    "needs_note": 300,
}
EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+")
DOMAIN = re.compile(r"(?!-)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
CHOOSE_HOW = "Please choose how you would like to be reached."
CHOOSE_SAFE = "Please say whether it is safe to leave a message."
SEEN_BY_OTHERS = (
    "You chose {way}, but you said it is not safe to leave a message. Others may see {way}. "
    "Please choose a phone call, or change this answer."
)
LANDLINE = (
    "You chose a text message, but this does not look like a mobile number. "
    "Please give a mobile number, or choose a phone call."
)
CONSENT = "Please tick the box if we may pass this card on. Without your yes nothing is sent."


def card_problems(card: Card) -> dict[str, str]:
    """Give a sentence for each part of the card that needs a change, in the order of the form.

    Empty text is fine wherever the advice line can do without it.
    """
    problems: dict[str, str] = {}
    for part, sentence in _found(card):
        problems.setdefault(part, sentence)
    return problems


def _found(card: Card) -> Iterator[tuple[str, str]]:
    yield from _too_long(card)
    yield from _reach(card)
    if "interpreter" in card.needs and not card.needs_note:
        yield "needs_note", "Please say which language the interpreter should speak."
    if card.safe_message not in SAFE:
        yield "safe_message", CHOOSE_SAFE
    elif card.safe_message == "no" and card.how in ("text", "email"):
        way = "a text message" if card.how == "text" else "an e-mail"
        yield "safe_message", SEEN_BY_OTHERS.format(way=way)
    if not card.consent:
        yield "consent", CONSENT


def _too_long(card: Card) -> Iterator[tuple[str, str]]:
    for part, longest in LONGEST.items():
        text = "\n".join(card.tried) if part == "tried" else str(getattr(card, part))
        if len(text) > longest:
            yield part, f"This has {len(text):,} characters. Please shorten it to {longest:,}."


def _reach(card: Card) -> Iterator[tuple[str, str]]:
    # Cut, since looking at the shape of thousands of characters could take seconds.
    phone, email = card.phone[: LONGEST["phone"]], card.email[: LONGEST["email"]]
    if card.how not in HOW:
        yield "how", CHOOSE_HOW
    if phone:
        sentence = phone_problem(phone)
        if sentence:
            yield "phone", sentence
        elif card.how == "text" and not is_mobile(phone):
            yield "phone", LANDLINE
    elif card.how == "phone":
        yield "phone", "You chose a phone call. Please give the number to ring."
    elif card.how == "text":
        yield "phone", "You chose a text message. Please give the mobile number to text."
    if email:
        yield from _email(email)
    elif card.how == "email":
        yield "email", "You chose e-mail. Please give the address to write to."


def _email(email: str) -> Iterator[tuple[str, str]]:
    if not EMAIL.fullmatch(email):
        yield "email", "An e-mail address has one @ and no spaces or commas. Please check it."
    elif not DOMAIN.fullmatch(email.partition("@")[2]):
        yield "email", "The part after the @ needs a name, a dot and an ending such as uk. Please check it."
