"""A turn made ready for the plain page: blocks, links to ring, sources, and nothing hostile."""

from __future__ import annotations

from typing import Any

import pytest

from casework.ledger import Turn
from casework.models import Status
from gateway.showing import ShownTurn, show_turn

NUMBERS = frozenset({"01225 394382", "111", "18001 111", "116 123", "help@nspcc.org.uk"})


def shown(*reply: dict[str, Any], hidden: tuple[str, ...] = ()) -> ShownTurn:
    return show_turn(Turn(3, "client-id", "asked", None, hidden, None, Status.ANSWERED, list(reply)), NUMBERS)


def html(text: str) -> str:
    return "".join(str(block.html) for block in shown({"text": text}).messages[0].blocks)


def test_a_turn_without_a_reply_yet_has_no_messages() -> None:
    turn = show_turn(Turn(1, "client-id", "asked", None, (), None, Status.RECEIVED, None), NUMBERS)
    assert (turn.number, turn.text, turn.messages, turn.buttons) == (1, "asked", [], [])


def test_lines_become_paragraphs_and_dashes_one_list() -> None:
    blocks = shown({"text": "First:\n- one\n- two\n\nLast."}).messages[0].blocks
    assert [(block.html, block.items) for block in blocks] == [
        ("First:", ()),
        (None, ("one", "two")),
        ("Last.", ()),
    ]


def test_a_list_at_the_very_end_is_not_lost() -> None:
    assert shown({"text": "- only"}).messages[0].blocks[0].items == ("only",)


def test_a_dash_inside_a_line_is_no_list() -> None:
    assert html("Monday - Thursday") == "Monday - Thursday"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onclick="x', "<b>111</b> & more"])
def test_hostile_text_is_escaped_with_and_without_a_number(text: str) -> None:
    for line in (text, f"{text} ring 116 123"):
        assert "<script" not in html(line)
        assert "<b>" not in html(line)
        assert '"' not in html(line).replace('<a href="tel:', "").replace('">1', "")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Ring 01225 394382.", '<a href="tel:01225394382">01225 394382</a>.'),
        ("(111)", '(<a href="tel:111">111</a>)'),
        ("18001 111 by text", '<a href="tel:18001111">18001 111</a>'),
        ("call 116 123, day or night", '<a href="tel:116123">116 123</a>,'),
    ],
)
def test_a_number_of_the_knowledge_base_can_be_rung(text: str, link: str) -> None:
    assert link in html(text)
    assert html(text).count("<a ") == 1


@pytest.mark.parametrize(
    "text", ["07700 900123", "£2,111", "£111.50", "2111", "0300 111 2222", "section 111b", "no number"]
)
def test_other_numbers_are_never_links(text: str) -> None:
    assert html(text) == text


def test_an_email_is_text() -> None:
    assert html("help@nspcc.org.uk") == "help@nspcc.org.uk"


def test_custom_parts_give_their_kind_and_sources_to_the_words_before() -> None:
    source = {"title": "The Act", "paragraph": "section 36", "url": "https://law.example/36"}
    turn = shown({"text": "Yes."}, {"custom": {"kind": "answer", "sources": [source]}}, {"text": "More."})
    first, second = turn.messages
    assert (first.kind, second.kind) == ("answer", "text")
    assert first.sources == [{"name": "The Act, section 36", "url": "https://law.example/36"}]
    assert second.sources == []


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "http://plain.example", "//x.example"])
def test_a_source_without_a_safe_address_is_not_linked(url: str | None) -> None:
    custom = {"kind": "answer", "sources": [{"title": "T", "paragraph": None, "url": url}]}
    assert shown({"text": "Yes.", "custom": custom}).messages[0].sources == []


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
