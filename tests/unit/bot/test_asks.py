"""Where one ask ends and the next begins."""

from __future__ import annotations

import time

import pytest

from bot.asks import split_asks, told_besides


def texts(message: str) -> list[str]:
    return [ask.text for ask in split_asks(message)]


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("Who is the SENCO? How long does it take?", ["Who is the SENCO?", "How long does it take?"]),
        (
            "who is the senco and how do i ask for an ehcp",
            ["who is the senco", "how do i ask for an ehcp"],
        ),
        ("1) what is DLA 2) who pays for the taxi", ["what is DLA", "who pays for the taxi"]),
        ("what is dla\nwho pays for the taxi", ["what is dla", "who pays for the taxi"]),
        ("WHAT IS DLA AND CAN I GET IT FOR HER", ["WHAT IS DLA", "CAN I GET IT FOR HER"]),
        ("I want to know how to appeal. Also can you tell me who pays", None),
        ("I want to know what a SENCO does. I'd also like the phone number", None),
        ("1) is adhd a disability 2) who pays", ["is adhd a disability", "who pays"]),
        ("my son is six and has no friends", []),
        ("She moves up in May and has a plan. Who comes to the review?", ["Who comes to the review?"]),
        (
            "Could we be paid? At which point do I ask for it",
            ["Could we be paid?", "At which point do I ask for it"],
        ),
        ("he has dyslexia and have the school got to help?", ["have the school got to help?"]),
        (
            "Is being short of staff a good reason, and who do I tell?",
            ["Is being short of staff a good reason", "who do I tell?"],
        ),
        ("", []),
        ("???", []),
        ("1. 2. 3.", []),
    ],
)
def test_asks_are_told_apart_in_the_parents_own_words(message: str, asks: list[str] | None) -> None:
    assert len(texts(message)) == 2 if asks is None else texts(message) == asks


def test_what_is_only_told_is_the_story_of_the_next_ask() -> None:
    message = "My son is 6. He cannot read. Who do I talk to? And how long will it take?"
    first, second = split_asks(message)
    assert (first.text, first.before) == ("Who do I talk to?", "My son is 6. He cannot read.")
    assert (second.text, second.before) == ("how long will it take?", "Who do I talk to?")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("My son is 6. He cannot read. Who do I talk to?", "My son is 6. He cannot read."),
        ("I can't go on like this and how long does the council have", "I can't go on like this"),
        ("Who do I talk to?", ""),
        ("My son is 6.", ""),
        ("", ""),
    ],
)
def test_what_a_message_tells_besides_its_question(message: str, told: str) -> None:
    assert told_besides(message) == told


@pytest.mark.parametrize(
    "message", ["and " * 2000, "can i " * 900, "? " * 2000, "1) " * 900, "-\n" * 1000], ids=range(5)
)
def test_no_message_takes_long(message: str) -> None:
    began = time.monotonic()
    split_asks(message)
    assert time.monotonic() - began < 0.5
