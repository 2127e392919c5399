"""A reload, a second tab, the next day: what is kept where, and for whom."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.chat import Chat

QUESTION = "How long does the council have to decide about an EHC assessment?"


def kept(page: Page) -> tuple[list[str], list[str]]:
    """Give the keys of the tab's and of the device's storage."""
    return page.evaluate("[Object.keys(sessionStorage), Object.keys(localStorage)]")


def another_tab(chat: Chat) -> Chat:
    page = chat.page.context.new_page()
    page.goto(chat.page.url)
    return Chat(page)


def test_nothing_is_kept_before_the_first_question(visit: Any) -> None:
    chat = visit().open()
    assert kept(chat.page) == [[], []]
    assert chat.page.context.cookies() == []


def test_a_conversation_is_kept_in_the_tab_alone(visit: Any) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    assert kept(chat.page) == [["signpost"], []]
    assert set(chat.token() or {}) == {"id", "secret"}
    assert chat.page.context.cookies() == []


def test_a_reload_shows_the_conversation_again(visit: Any) -> None:
    chat = visit().open()
    before = chat.ask(QUESTION).inner_text()
    chat.page.reload()
    chat.open()
    expect(chat.article(1)).to_be_visible()
    assert chat.article(1).inner_text() == before
    chat.ask("What is SEN support?")
    expect(chat.articles).to_have_count(2)


def test_a_second_tab_goes_on_with_the_conversation_and_both_show_what_is_new(visit: Any) -> None:
    first = visit().open()
    first.ask(QUESTION)
    second = another_tab(first).open()
    expect(second.article(1)).to_be_visible()
    second.ask("What is SEN support?")
    expect(first.article(2)).to_be_attached()
    first.ask("Who is the SENCO?")
    expect(second.article(3)).to_be_attached()
    assert first.token() == second.token()
    assert second.log.get_by_role("group", name="What next").count() <= 1


def test_another_device_sees_nothing(visit: Any) -> None:
    visit().open().ask(QUESTION)
    other = visit().open()
    expect(other.articles).to_have_count(0)
    assert kept(other.page) == [[], []]


def test_the_device_keeps_it_only_when_asked_and_no_longer_than_asked(visit: Any) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    chat.button("More").click()
    chat.panel.get_by_role("checkbox", name="Keep this conversation on this device").check()
    assert kept(chat.page) == [["signpost"], ["signpost"]]
    # The tab is closed; on another day the page is opened again.
    next_day = another_tab(chat)
    chat.page.close()
    next_day.page.evaluate("sessionStorage.clear()")
    next_day.page.reload()
    next_day.open()
    expect(next_day.article(1)).to_be_visible()
    next_day.button("More").click()
    box = next_day.panel.get_by_role("checkbox", name="Keep this conversation on this device")
    expect(box).to_be_checked()
    box.uncheck()
    assert kept(next_day.page) == [["signpost"], []]


def test_deleting_deletes_in_every_tab_and_at_the_gateway(
    visit: Any, signpost: Any, context: Any, watch: Any
) -> None:
    watch.allow("404")
    first = visit().open()
    first.ask(QUESTION)
    second = another_tab(first).open()
    expect(second.article(1)).to_be_visible()
    token = first.token() or {}
    first.menu("Delete this conversation")
    first.button("Yes, delete it").click()
    expect(first.box).to_be_visible()
    expect(first.articles).to_have_count(0)
    expect(second.articles).to_have_count(0)
    assert kept(first.page) == kept(second.page) == [[], []]
    answer = context().request.get(
        f"{signpost.base}/api/conversations/{token['id']}/messages",
        headers={"Authorization": f"Bearer {token['secret']}"},
    )
    assert answer.status == 404


def test_a_conversation_that_is_gone_is_said_to_be_and_the_question_is_kept(visit: Any, watch: Any) -> None:
    watch.allow("404")
    chat = visit()
    gone = json.dumps({"id": "0" * 32, "secret": "x" * 43})
    chat.page.evaluate("gone => sessionStorage.setItem('signpost', gone)", gone)
    chat.page.reload()
    chat.open().box.fill(QUESTION)
    chat.button("Send").click()
    again = chat.button("Send it again")
    expect(again.or_(chat.article(1))).to_be_visible()
    if again.is_visible():
        again.click()
    chat.answered(1)


def test_storage_that_breaks_does_not_break_the_chat(visit: Any) -> None:
    chat = visit()
    chat.page.evaluate("sessionStorage.setItem('signpost', '{\"id\": [')")
    chat.page.reload()
    chat.open().ask(QUESTION)
    assert chat.token()
