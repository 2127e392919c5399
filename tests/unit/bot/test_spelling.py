"""Spelling help: what is read as another word, and what is never touched."""

from __future__ import annotations

from typing import Any

import pytest

from bot.spelling import OFTEN, Spelling, often_written, our_words


@pytest.fixture(scope="module")
def spelling(lookups: Any) -> Spelling:
    return Spelling(our_words(lookups), often_written(["skool nite"] * OFTEN))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("my doughter needs an assesment", "my daughter needs an assessment"),
        (
            "how do i get a refferal to the comunity paediatrician",
            "how do i get a referral to the community paediatrician",
        ),
        ("ANUAL REVEIW", "annual review"),
        ("Teeching assistents, are they trained?", "teaching assistants, are they trained?"),
    ],
)
def test_misspelt_words_are_read_as_meant(spelling: Spelling, typed: str, read: str) -> None:
    assert spelling.corrected(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "EHCP ehcp senco SENDCo SENDIASS sendias CAMHS EOTAS EBSA portage dyspraxia ombudsman keynsham",
        "my Saoirse and little Ottiline go to Wexcombe",  # names
        "he doesn't, wouldn't and can't; well-bein'g",  # parts of words
        "the skool said",  # parents often write it, so it is learnt as it is
        "xqzvwk brrrmpf",  # nothing is near
        "",
    ],
)
def test_what_is_known_or_a_name_is_never_touched(spelling: Spelling, text: str) -> None:
    assert spelling.corrected(text) == text


def test_every_word_of_the_knowledge_base_is_left_alone(spelling: Spelling, lookups: Any) -> None:
    words = " ".join(our_words(lookups))
    assert spelling.corrected(words) == words


def test_nothing_else_of_a_message_changes(spelling: Spelling) -> None:
    text = "  line one\n\tdoughter 12/03/2019 :-) \U0001f600 "
    assert spelling.corrected(text) == text.replace("doughter", "daughter")
