"""All fixed wording can be read at age 9 to 11, the statements a little later; nothing is left unread."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.grade import grade, word_count
from benchmarks.reading import RESPONSES, WIDGET_WORDS, answers, most, of_code, wording
from benchmarks.visits import pages, whole_pages


@pytest.fixture(scope="module")
def said(built_kb: Any) -> dict[str, list[str]]:
    return wording(built_kb.url, built_kb.safety_file)


def test_no_fixed_wording_is_too_hard(said: dict[str, list[str]]) -> None:
    grades = {name: round(grade(passages), 1) for name, passages in said.items()}
    assert {name: one for name, one in grades.items() if one > most(name)} == {}


def test_every_page_is_read(said: dict[str, list[str]]) -> None:
    unread = whole_pages() - set(said)
    assert not unread, f"add a way to these pages to benchmarks/visits.py: {sorted(unread)}"


def test_what_pages_show_only_sometimes_is_read_too(said: dict[str, list[str]]) -> None:
    chat = " ".join(said["chat.html"])
    assert "cannot answer it just now" in chat  # the safe reply, while the bot is away
    assert "we did not keep this part" in chat
    assert "Ask the SENCO." in chat


def test_the_responses_the_code_and_the_widget_are_read(said: dict[str, list[str]]) -> None:
    assert any("I am a computer program" in text for text in said["actions/responses.yml"])
    assert any("I am sorry that did not help." in text for text in said["actions/handoff.py"])
    assert RESPONSES.exists()
    assert ("widget/words.js" in said) == WIDGET_WORDS.exists()
    assert sum(map(word_count, of_code().values())) > 1000


def test_a_statement_of_a_real_operator_is_no_harder(built_kb: Any) -> None:
    named = pages(built_kb.url, built_kb.safety_file, operator="Example Trust", contact="hello@example.org")
    for name in (name for name in named if name.startswith("statement_")):
        assert grade(named[name]) <= most(name)


def test_the_statements_may_be_a_little_harder_than_the_chat() -> None:
    assert (most("chat.html"), most("statement_privacy.html")) == (6.0, 8.0)


def test_each_answer_is_measured_without_its_tokens() -> None:
    everything = dict(answers())
    assert "senco_role/what-senco-does" in everything
    assert not any("{{" in passage for passages in everything.values() for passage in passages)
