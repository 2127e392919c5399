"""Our words as blocks: paragraphs, lists, and only the numbers of the knowledge base to ring."""

from __future__ import annotations

import pytest

from gateway.text_blocks import Block, Call, Line, text_blocks

NUMBERS = frozenset({"01225 394382", "111", "18001 111", "116 123", "help@nspcc.org.uk"})


def line(text: str) -> Line:
    (block,) = text_blocks(text, NUMBERS)
    return block.lines[0]


def test_lines_become_paragraphs_and_dashes_one_list() -> None:
    assert text_blocks("First:\n- one\n- two\n\nLast.", NUMBERS) == [
        Block((("First:",),)),
        Block((("one",), ("two",)), listed=True),
        Block((("Last.",),)),
    ]


def test_a_list_at_the_very_end_is_not_lost() -> None:
    assert text_blocks("- only", NUMBERS) == [Block((("only",),), listed=True)]


def test_a_dash_inside_a_line_is_no_list() -> None:
    assert line("Monday - Thursday") == ("Monday - Thursday",)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '" onclick="x', "<b>bold</b> & more", "{{7*7}}"]
)
def test_markup_stays_words(text: str) -> None:
    assert line(text) == (text,)
    assert line(f"{text} ring 116 123") == (f"{text} ring ", Call("116123", "116 123"))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ring 01225 394382.", ("Ring ", Call("01225394382", "01225 394382"), ".")),
        ("(111)", ("(", Call("111", "111"), ")")),
        ("18001 111 by text", (Call("18001111", "18001 111"), " by text")),
        ("call 116 123, day or night", ("call ", Call("116123", "116 123"), ", day or night")),
    ],
)
def test_a_number_of_the_knowledge_base_can_be_rung(text: str, pieces: Line) -> None:
    assert line(text) == pieces


@pytest.mark.parametrize(
    "text",
    ["07700 900123", "\u00a32,111", "\u00a3111.50", "2111", "0300 111 2222", "section 111b", "no number"],
)
def test_other_numbers_are_never_links(text: str) -> None:
    assert line(text) == (text,)


def test_an_email_is_text() -> None:
    assert line("help@nspcc.org.uk") == ("help@nspcc.org.uk",)


def test_a_block_gives_its_words_and_plain_values() -> None:
    block = Block((("Ring ", Call("111", "111")), ("two",)), listed=True, lang="cy", dir="ltr")
    assert block.words == "Ring 111\ntwo"
    assert block.as_json() == {
        "lines": [["Ring ", {"tel": "111", "text": "111"}], ["two"]],
        "listed": True,
        "lang": "cy",
        "dir": "ltr",
    }
