"""Each thing that can be wrong with a card, with its sentence; and what is not wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework import card_problems as said
from casework.card import NEEDS, Card
from casework.card_problems import LONGEST, card_problems

FINE = Card(how="phone", phone="07700 900123", safe_message="no", consent=True)


def test_a_card_with_nothing_but_a_way_to_be_reached_is_fine() -> None:
    assert card_problems(FINE) == {}


@pytest.mark.parametrize(
    "card",
    [
        replace(FINE, how="text", safe_message="yes"),
        replace(FINE, how="email", phone="", email="a.b+c@example.org", safe_message="yes"),
        replace(FINE, how="email", email="zoë@exämple.co.uk", safe_message="yes"),
        replace(FINE, needs=tuple(NEEDS), needs_note="Polish"),
        replace(FINE, needs=("bsl",)),
        replace(FINE, when=("morning",), when_note="not on Fridays"),
        replace(FINE, tried=("Talked to the SENCO", "Talked to the head")),
        replace(FINE, phone="01225 394382 ext 3"),
    ],
)
def test_whole_cards_are_fine(card: Card) -> None:
    assert card_problems(card) == {}


@pytest.mark.parametrize(
    ("card", "part", "sentence"),
    [
        (replace(FINE, how=""), "how", said.CHOOSE_HOW),
        (replace(FINE, how="pigeon"), "how", said.CHOOSE_HOW),
        (replace(FINE, phone=""), "phone", "You chose a phone call. Please give the number to ring."),
        (
            replace(FINE, how="text", phone="", safe_message="yes"),
            "phone",
            "You chose a text message. Please give the mobile number to text.",
        ),
        (
            replace(FINE, how="email", phone="", safe_message="yes"),
            "email",
            "You chose e-mail. Please give the address to write to.",
        ),
        (replace(FINE, how="text", phone="01225 394382", safe_message="yes"), "phone", said.LANDLINE),
        (
            replace(FINE, phone="07700 90012"),
            "phone",
            "This number has 10 digits; a UK number has 11. Please check it.",
        ),
        (
            replace(FINE, how="email", email="a@example.org", phone="123", safe_message="yes"),
            "phone",
            "This number has 3 digits; a UK number has 11. Did you leave out the area code? Please check it.",
        ),
        (replace(FINE, safe_message=""), "safe_message", said.CHOOSE_SAFE),
        (
            replace(FINE, how="text"),
            "safe_message",
            "You chose a text message, but you said it is not safe to leave a message. Others may see a text "
            "message. Please choose a phone call, or change this answer.",
        ),
        (
            replace(FINE, how="email", email="a@example.org"),
            "safe_message",
            "You chose an e-mail, but you said it is not safe to leave a message. Others may see an e-mail. "
            "Please choose a phone call, or change this answer.",
        ),
        (
            replace(FINE, needs=("interpreter",)),
            "needs_note",
            "Please say which language the interpreter should speak.",
        ),
        (replace(FINE, consent=False), "consent", said.CONSENT),
    ],
)
def test_each_problem_has_its_sentence_and_is_the_only_one(card: Card, part: str, sentence: str) -> None:
    assert card_problems(card) == {part: sentence}


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("a", "An e-mail address has one @ and no spaces or commas. Please check it."),
        ("a@b@example.org", "An e-mail address has one @ and no spaces or commas. Please check it."),
        ("a b@example.org", "An e-mail address has one @ and no spaces or commas. Please check it."),
        ("a@example,org", "An e-mail address has one @ and no spaces or commas. Please check it."),
        ("@example.org", "An e-mail address has one @ and no spaces or commas. Please check it."),
        ("a@", "An e-mail address has one @ and no spaces or commas. Please check it."),
        ("a@example", "The part after the @ needs a name, a dot and an ending such as uk. Please check it."),
        ("a@.org", "The part after the @ needs a name, a dot and an ending such as uk. Please check it."),
        ("a@example.", "The part after the @ needs a name, a dot and an ending such as uk. Please check it."),
        ("a@ex..org", "The part after the @ needs a name, a dot and an ending such as uk. Please check it."),
        ("a@1.2.3.4", "The part after the @ needs a name, a dot and an ending such as uk. Please check it."),
    ],
)
def test_an_address_of_the_wrong_shape_is_explained(email: str, sentence: str) -> None:
    assert card_problems(replace(FINE, email=email)) == {"email": sentence}


@pytest.mark.parametrize("part", [part for part in LONGEST if part not in ("phone", "email", "tried")])
def test_words_may_be_as_long_as_we_say_and_no_longer(part: str) -> None:
    longest = LONGEST[part]
    assert card_problems(replace(FINE, **{part: "x" * longest})) == {}
    sentence = f"This has {longest + 1:,} characters. Please shorten it to {longest:,}."
    assert card_problems(replace(FINE, **{part: "x" * (longest + 1)})) == {part: sentence}


def test_all_steps_together_are_measured() -> None:
    assert card_problems(replace(FINE, tried=("x" * 499, "x" * 500))) == {}
    sentence = "This has 1,001 characters. Please shorten it to 1,000."
    assert card_problems(replace(FINE, tried=("x" * 500, "x" * 500))) == {"tried": sentence}


@pytest.mark.parametrize(("part", "longest"), [("phone", 40), ("email", 254)])
def test_of_two_problems_of_one_part_the_first_is_said(part: str, longest: int) -> None:
    words = "x" * (longest + 1)
    sentence = f"This has {longest + 1} characters. Please shorten it to {longest}."
    assert card_problems(replace(FINE, **{part: words})) == {part: sentence}


def test_an_empty_card_is_told_all_it_needs_at_once() -> None:
    assert list(card_problems(Card())) == ["how", "safe_message", "consent"]
