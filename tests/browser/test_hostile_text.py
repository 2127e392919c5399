"""Whatever is typed is shown as words: never run, never a formula, never turned around."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

TEXTS = {
    "script": "<script>window.hacked = 1</script> what is SEN support?",
    "markup": '<img src=x onerror="window.hacked = 1"><b>what</b> <a href="javascript:0">SEN support</a>?',
    "template": "{{7*7}} ${7*7} what is SEN support?",
    "formula": "=1+1 what is SEN support?",
    "link": "javascript:window.hacked=1 what is SEN support?",
    "emoji": "👩‍👧 what is SEN support? 😀😀😀",
    "arabic": "ما هو SEN support؟",
    "lines": "what is\n\n   SEN support?",
    "unbroken": "a" * 300,
    "longest": ("what is SEN support? " * 200)[:4000],
}
SHOWN = """article => {
  const words = article.querySelector("p");
  return { text: words.textContent, children: words.children.length };
}"""


@pytest.mark.parametrize("name", TEXTS)
def test_words_stay_words(visit: Any, name: str) -> None:
    text = TEXTS[name]
    chat = visit().open()
    article = chat.ask(text)
    shown = article.evaluate(SHOWN)
    assert shown == {"text": text, "children": 0}
    assert chat.page.evaluate("window.hacked") is None
    assert "49" not in (article.text_content() or "").replace(text, "")
    # The same after a reload, when the words come from the gateway.
    chat.page.reload()
    chat.open()
    expect(chat.article(1)).to_be_visible()
    assert chat.article(1).evaluate(SHOWN) == shown


def test_marks_that_turn_words_around_are_taken_out(visit: Any) -> None:
    chat = visit().open()
    article = chat.ask("what is \u202eSEN\u202c support\u200b?\u2066")
    assert article.evaluate(SHOWN)["text"] == "what is SEN support?"


def test_arabic_runs_from_the_right(visit: Any) -> None:
    chat = visit().open()
    article = chat.ask(TEXTS["arabic"])
    assert article.evaluate("one => getComputedStyle(one.querySelector('p')).direction") == "rtl"
    assert article.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_4001_characters_are_not_sent_and_not_lost(visit: Any) -> None:
    chat = visit().open()
    chat.box.fill("a" * 3900)
    expect(chat.panel.get_by_text(re.compile("^100 characters left"))).to_be_visible()
    chat.box.fill("a" * 4001)
    chat.button("Send").click()
    expect(chat.box).to_have_value("a" * 4001)
    expect(chat.articles).to_have_count(0)
    assert chat.token() is None
    chat.box.fill("😀" * 4000)
    chat.button("Send").click()
    chat.answered(1)


def test_personal_details_are_said_to_be_left_out(visit: Any) -> None:
    chat = visit().open()
    article = chat.ask("my number is 07700 900461, what is SEN support?")
    expect(article).to_contain_text("we did not keep this part")
    expect(article).not_to_contain_text("900461")


def test_only_numbers_we_know_can_be_rung(visit: Any) -> None:
    chat = visit().open()
    article = chat.ask("ring 0300 123 4567 or 020 7946 0000")
    numbers = article.evaluate(
        "one => [...one.querySelectorAll('a[href^=\"tel:\"]')].map(link => link.textContent)"
    )
    assert not {"0300 123 4567", "020 7946 0000"} & set(numbers)


def test_a_saved_conversation_is_plain_text(visit: Any, tmp_path: Path) -> None:
    chat = visit().open()
    chat.ask(TEXTS["formula"])
    chat.ask(TEXTS["markup"])
    chat.button("More").click()
    with chat.page.expect_download() as waiting:
        chat.button("Download the conversation").click()
    saved = waiting.value
    assert saved.suggested_filename.endswith(".txt")
    saved.save_as(tmp_path / "saved.txt")
    text = (tmp_path / "saved.txt").read_text(encoding="utf-8-sig")
    assert TEXTS["formula"] in text
    assert TEXTS["markup"] in text
    assert "Where this comes from" in text


def test_a_printed_conversation_is_on_a_page_of_its_own(visit: Any) -> None:
    chat = visit().open()
    chat.ask(TEXTS["markup"])
    chat.page.context.add_init_script("window.print = () => {}")
    chat.button("More").click()
    with chat.page.expect_popup() as waiting:
        chat.button("Print the conversation").click()
    paper = waiting.value
    expect(paper.get_by_text(TEXTS["markup"])).to_be_visible()
    assert paper.locator("script, img, b").count() == 0
    assert paper.evaluate("window.hacked") is None
    assert paper.evaluate("window.opener") is None
    assert paper.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_copied_answer_has_its_sources(visit: Any) -> None:
    chat = visit(permissions=["clipboard-read", "clipboard-write"]).open()
    chat.ask("How long does the council have to decide about an EHC assessment?")
    chat.menu("Copy the conversation")
    expect(chat.panel.get_by_text("Copied.")).to_be_attached()
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert "The law says" in copied
    assert "https://" in copied
    assert "last checked" in copied
