"""The window by keyboard alone, and where the focus goes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.keys import LAUNCHER, open_by_keyboard, type_question


@pytest.fixture
def chat(visit: Any) -> Chat:
    return open_by_keyboard(visit())


def test_the_launcher_is_reached_after_everything_on_the_page(visit: Any) -> None:
    chat = visit()
    expect(chat.launcher).to_be_visible()
    chat.tab_to("Back to the top")
    chat.tab_to(LAUNCHER, most=1)
    expect(chat.launcher).to_be_visible()


def test_the_focus_stays_in_the_box_after_sending(chat: Chat) -> None:
    type_question(chat)
    expect(chat.box).to_be_focused()
    expect(chat.box).to_have_value("")
    type_question(chat, "What is SEN support?", 2)


def test_shift_enter_makes_a_new_line(chat: Chat) -> None:
    chat.page.keyboard.type("one")
    chat.page.keyboard.press("Shift+Enter")
    chat.page.keyboard.type("two")
    expect(chat.box).to_have_value("one\ntwo")


def test_a_pressed_next_question_takes_the_focus_to_its_answer(chat: Chat) -> None:
    type_question(chat, "number for the advice line")
    first = chat.next.get_by_role("button").first.text_content() or ""
    chat.tab_to(first, key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.answered(2)).to_be_focused()
    assert chat.log.get_by_role("group", name="What next").count() <= 1
    assert chat.article(1).get_by_role("group", name="What next").count() == 0


@pytest.mark.parametrize("menu_open", [False, True])
def test_escape_closes_to_the_launcher(chat: Chat, menu_open: bool) -> None:
    if menu_open:
        chat.tab_to("More", key="Shift+Tab")
        chat.page.keyboard.press("Enter")
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.panel).to_be_visible()


def test_the_close_button_closes_to_the_launcher(chat: Chat) -> None:
    chat.tab_to("Close the chat", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_on_a_wide_screen_the_page_can_be_reached_from_the_open_panel(chat: Chat) -> None:
    chat.tab_to("Skip to the content")
    expect(chat.panel).to_be_visible()


def test_on_a_phone_the_focus_stays_in_the_open_panel(visit: Any) -> None:
    chat = visit({"viewport": {"width": 390, "height": 844}})
    chat.launcher.press("Enter")
    expect(chat.panel).to_be_visible()
    for _ in range(15):
        chat.page.keyboard.press("Tab")
        inside = chat.page.evaluate("['signpost-chat', 'body'].includes(document.activeElement.localName)")
        assert inside, chat.focused()
