"""A turn made ready for people: kind, duty, sources, links of ours, buttons, and the same as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from casework.ledger import Turn
from casework.models import Status
from gateway.showing import ShownTurn, show_turn
from kb.speech import SOURCES_LEAD

NUMBERS = frozenset({"01225 394382"})


def shown(*reply: dict[str, Any], hidden: tuple[str, ...] = ()) -> ShownTurn:
    return show_turn(Turn(3, "client-id", "asked", None, hidden, None, Status.ANSWERED, list(reply)), NUMBERS)


def test_a_turn_without_a_reply_yet_has_no_messages() -> None:
    turn = show_turn(Turn(1, "client-id", "asked", None, (), None, Status.RECEIVED, None), NUMBERS)
    assert (turn.number, turn.text, turn.messages, turn.buttons) == (1, "asked", [], [])


def answer(text: str, **custom: Any) -> Any:
    given = {"kind": "answer", "answer": "senco_role/x", "duty": "info", "sources": [], **custom}
    return shown({"text": text, "custom": given}).messages[0]


@pytest.mark.parametrize(
    ("duty", "label"),
    [
        ("must", "The law says"),
        ("should", "The Code of Practice says"),
        ("local", "Your school or council says"),
        ("info", ""),
        (None, ""),
    ],
)
def test_how_strong_an_answer_is_stands_over_it(duty: str | None, label: str) -> None:
    assert answer("Yes.", duty=duty).duty == label


def test_the_spoken_sources_are_shown_once_in_their_own_place() -> None:
    source = {"title": "The Act", "paragraph": "section 36", "url": "https://law.example/36"}
    text = f"Yes.\n\n{SOURCES_LEAD}The Act, section 36. Last checked 21 November 2026."
    assert [block.words for block in answer(text, sources=[source]).blocks] == ["Yes."]
    assert len(answer(text, sources=[]).blocks) == 2


def test_a_reply_in_another_language_marks_only_its_first_part() -> None:
    custom = {"kind": "other_language", "language": "ar", "direction": "rtl"}
    first, second = (
        shown({"text": "\u0645\u0631\u062d\u0628\u0627\n\nEnglish", "custom": custom}).messages[0].blocks
    )
    assert (first.lang, first.dir) == ("ar", "rtl")
    assert (second.lang, second.dir) == ("", "")


def test_as_json_a_turn_is_plain_values_and_never_a_payload() -> None:
    turn = shown(
        {"text": "Ring 01225 394382.", "buttons": [{"id": "3-1", "title": "T", "payload": "/secret"}]},
        hidden=("phone",),
    ).as_json()
    assert turn["buttons"] == [{"id": "3-1", "title": "T"}]
    assert turn["hidden"] == "phone"
    (block,) = turn["messages"][0]["blocks"]
    assert block["lines"] == [["Ring ", {"tel": "01225394382", "text": "01225 394382"}, "."]]
    assert json.loads(json.dumps(turn)) == turn


def test_custom_parts_give_their_kind_and_sources_to_the_words_before() -> None:
    source = {"title": "The Act", "paragraph": "section 36", "url": "https://law.example/36"}
    turn = shown({"text": "Yes."}, {"custom": {"kind": "answer", "sources": [source]}}, {"text": "More."})
    first, second = turn.messages
    assert (first.kind, second.kind) == ("answer", "text")
    assert first.sources == [{"name": "The Act, section 36", "url": "https://law.example/36", "checked": ""}]
    assert second.sources == []


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "http://plain.example", "//x.example"])
def test_a_source_without_a_safe_address_is_not_linked(url: str | None) -> None:
    custom = {"kind": "answer", "sources": [{"title": "T", "paragraph": None, "url": url}]}
    assert [source["url"] for source in shown({"text": "Yes.", "custom": custom}).messages[0].sources] == [""]


def test_custom_parts_before_any_words_are_left_out() -> None:
    assert shown({"custom": {"kind": "handoff"}}).messages == []


def test_buttons_of_all_messages_are_offered_together() -> None:
    one, two = ({"id": f"3-{n}", "title": f"T{n}", "payload": "/x"} for n in (1, 2))
    assert shown({"text": "a", "buttons": [one]}, {"text": "b", "buttons": [two]}).buttons == [one, two]


@pytest.mark.parametrize(
    ("hidden", "said"),
    [((), ""), (("phone",), "phone"), (("phone", "email", "postcode"), "phone, email and postcode")],
)
def test_what_was_hidden_is_named(hidden: tuple[str, ...], said: str) -> None:
    assert shown({"text": "a"}, hidden=hidden).hidden == said
