"""Cards from JSON and forms: same card either way, wrong types refused, nothing unseen let in."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from casework.card import Card
from gateway.card_fields import card_from_form, card_from_json, card_rows, typed_words
from gateway.problems import Refused

WHOLE: dict[str, Any] = {
    "question": "What now?",
    "said": "Ask the SENCO.",
    "tried": ["Talked to the teacher", "Wrote a letter"],
    "wants": "a meeting",
    "name": "Sam",
    "phone": "07700 900123",
    "email": "sam@example.org",
    "how": "phone",
    "when": ["morning", "afternoon"],
    "when_note": "not Fridays",
    "needs": ["interpreter", "bsl"],
    "needs_note": "Polish",
    "safe_message": "no",
    "consent": True,
}


def form(**changes: Any) -> MultiDict[str, str]:
    parts = {**WHOLE, "tried": "Talked to the teacher\r\n\r\nWrote a letter\r\n", "consent": "yes", **changes}
    return MultiDict(
        [
            (name, item)
            for name, part in parts.items()
            for item in (part if isinstance(part, list) else [part])
        ]
    )


def test_json_and_form_give_the_same_whole_card() -> None:
    card = card_from_json(WHOLE)
    assert {field.name for field in fields(Card)} == set(WHOLE)
    assert card.tried == ("Talked to the teacher", "Wrote a letter")
    assert all(getattr(card, name) for name in WHOLE)
    assert card_from_form(form()) == card


def test_nothing_gives_an_empty_card_without_consent() -> None:
    assert card_from_json({}) == card_from_form(MultiDict()) == Card()


@pytest.mark.parametrize("consent", ["", "no", "true", "1", "on"])
def test_only_the_box_itself_is_consent(consent: str) -> None:
    assert card_from_form(form(consent=consent)).consent is False


def test_choices_that_were_never_offered_are_left_out() -> None:
    card = card_from_json(
        {"how": "pigeon", "safe_message": "maybe", "when": ["night", "morning"], "needs": ["bsl", "x"]}
    )
    assert card == Card(when=("morning",), needs=("bsl",))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("question", 1),
        ("phone", 7700900123),
        ("how", None),
        ("how", ["phone"]),
        ("safe_message", True),
        ("consent", "yes"),
        ("consent", 1),
        ("tried", "one step"),
        ("tried", [1]),
        ("when", {"morning": True}),
        ("needs", [["bsl"]]),
    ],
)
def test_a_part_of_the_wrong_type_is_refused_without_quoting_it(name: str, value: Any) -> None:
    with pytest.raises(Refused, match=f"^In a card, {name} must be ") as refused:
        card_from_json({**WHOLE, name: value})
    assert str(value) not in str(refused.value).removeprefix(f"In a card, {name} must be ").replace(
        "text", ""
    )


def test_what_cannot_be_seen_is_taken_out() -> None:
    card = card_from_json({"question": " \u202ea\x00b\ud800\r\nc\u200b ", "tried": ["\x00", " x "]})
    assert (card.question, card.tried) == ("ab\nc", ("x",))


def test_all_that_is_in_a_card_is_shown_and_empty_parts_are_not() -> None:
    shown = "\n".join(f"{label}: {words}" for label, words in card_rows(card_from_json(WHOLE), "Bath"))
    for words in (
        "Bath", "What now?", "Ask the SENCO.", "Talked to the teacher\nWrote a letter", "a meeting", "Sam",
        "07700 900123", "sam@example.org", "Phone call", "Morning and Afternoon\nnot Fridays",
        "An interpreter and British Sign Language (BSL)\nPolish", "No, please do not leave a message",
    ):  # fmt: skip
        assert words in shown
    assert [label for label, _ in card_rows(Card(), "Bath")] == ["Goes to the advice line for"]


def test_only_the_parents_own_words_are_looked_through() -> None:
    offered = Card(said="Ask the SENCO.")
    words = typed_words(card_from_json(WHOLE), offered)
    assert "Ask the SENCO." not in words
    assert "Ask the SENCO." in typed_words(card_from_json(WHOLE), Card())
    for part in ("What now?", "Wrote a letter", "a meeting", "Sam", "not Fridays", "Polish"):
        assert part in words
    assert len(typed_words(Card(question="x" * 60000), offered)) < 2100
