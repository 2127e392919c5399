"""The fixed replies in other languages."""

from __future__ import annotations

import re

import pytest

from kb.tokens import find_tokens
from languages.detect import foreign_language
from languages.replies import ENGLISH, LINE, Reply, replies
from languages.words import LISTS

each_reply = pytest.mark.parametrize("reply", replies().values(), ids=replies())


@each_reply
def test_a_reply_is_in_its_own_language(reply: Reply) -> None:
    assert foreign_language(reply.words) == reply.code


@each_reply
def test_a_reply_says_the_same_in_english_and_leaves_the_contact_on_its_own_line(reply: Reply) -> None:
    lines = reply.text.splitlines()
    assert lines[0] == reply.words
    assert ENGLISH in lines
    assert lines[-1] == LINE
    assert list(find_tokens(reply.text)) == ["advice_line.contact"]


@each_reply
def test_a_reply_has_no_number_but_999(reply: Reply) -> None:
    assert re.findall(r"\d+", reply.words) == ["999"]


def test_right_to_left_languages_say_so() -> None:
    assert {code for code, reply in replies().items() if reply.direction == "rtl"} == {"ar", "fa", "ur"}


def test_every_list_has_a_reply() -> None:
    assert {file.stem for file in LISTS.glob("*.txt")} - {"en"} <= set(replies())


def test_an_english_line_promises_no_interpreter() -> None:
    assert "ask whether an interpreter can help" in ENGLISH
