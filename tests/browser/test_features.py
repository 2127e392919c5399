"""Everything a parent can do with answers, by keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.keys import choose, open_by_keyboard, type_question


@pytest.fixture
def chat(visit: Any) -> Chat:
    return open_by_keyboard(visit())


def test_sources_are_opened_and_an_answer_is_copied(chat: Chat) -> None:
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    type_question(chat)
    chat.tab_to("Copy this answer", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.panel.get_by_text("Copied.")).to_be_attached()
    assert "6 weeks" in chat.page.evaluate("navigator.clipboard.readText()")
    chat.tab_to("Where this comes from", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.article(1).get_by_role("link", name="regulation 5").first).to_be_visible()
    expect(chat.article(1).get_by_text("last checked").first).to_be_visible()


@pytest.mark.parametrize("helped", [True, False])
def test_feedback(chat: Chat, helped: bool) -> None:
    type_question(chat)
    group = chat.article(1).get_by_role("group", name="Did this help?").first
    chat.tab_to("Yes, it helped" if helped else "No", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    if not helped:
        reason = group.get_by_role("button").first
        expect(reason).to_be_visible()
        chat.tab_to(reason.text_content() or "")
        chat.page.keyboard.press("Enter")
    expect(group.get_by_role("button")).to_have_count(0)
    expect(group).to_contain_text("Thank you")


def test_text_size(chat: Chat) -> None:
    def size() -> float:
        return float(chat.box.evaluate("box => parseFloat(getComputedStyle(box).fontSize)"))

    usual = size()
    choose(chat, "Larger text")
    assert size() > usual
    chat.tab_to("Smaller text")
    chat.page.keyboard.press("Enter")
    assert size() == usual


def test_meeting_sheet_and_back(chat: Chat) -> None:
    type_question(chat)
    choose(chat, "Meeting sheet")
    expect(chat.button("Print this sheet")).to_be_visible()
    assert "eeting" in chat.focused()["name"]
    chat.tab_to("Back to the chat", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.box).to_be_focused()


def test_delete_asks_first_and_can_be_turned_down(chat: Chat) -> None:
    type_question(chat)
    choose(chat, "Delete this conversation")
    chat.tab_to("No, keep it")
    chat.page.keyboard.press("Enter")
    expect(chat.article(1)).to_be_visible()
    choose(chat, "Delete this conversation")
    chat.tab_to("Yes, delete it")
    chat.page.keyboard.press("Enter")
    expect(chat.box).to_be_visible()
    expect(chat.articles).to_have_count(0)
    assert chat.token() is None
    assert chat.focused()["tag"] != "body"


def test_a_call_back_is_asked_for_and_taken_back(chat: Chat, watch: Any) -> None:
    watch.allow("422")
    type_question(chat, "number for the advice line in Bath")
    choose(chat, "Ask for a call back")
    send = chat.button("Send the card")
    expect(send).to_be_visible()
    chat.tab_to("Send the card")
    chat.page.keyboard.press("Enter")
    problem = chat.panel.locator("[aria-invalid=true], fieldset[aria-describedby]").first
    expect(problem).to_be_visible()
    assert chat.focused()["tag"] not in ("body", "button")
    for name, text in (
        ("Your name (a first name is enough)", "Sam"),
        ("Phone number (a UK number)", "07700 900461"),
    ):
        field = chat.panel.get_by_label(name)
        field.focus()
        chat.page.keyboard.press("ControlOrMeta+A")
        chat.page.keyboard.type(text)
    for choice in ("Phone call", "Yes, you can leave a message", "Morning"):
        chat.panel.get_by_label(choice, exact=True).focus()
        chat.page.keyboard.press("Space")
    chat.tab_to("Yes, send all of this to the advice line")
    chat.page.keyboard.press("Space")
    chat.tab_to("Send the card")
    chat.page.keyboard.press("Enter")
    expect(chat.panel.get_by_role("heading", name="Your card is sent.")).to_be_focused()
    chat.tab_to("Take the card back")
    chat.page.keyboard.press("Enter")
    expect(chat.panel.get_by_text("07700 900461")).to_have_count(0)
    assert chat.focused()["name"]


def test_leaving_quickly_leaves_nothing_behind(chat: Chat, watch: Any) -> None:
    type_question(chat)
    weather = {"body": "<title>Weather</title>", "content_type": "text/html"}
    chat.page.route(re.compile("^https:"), lambda route: route.fulfill(**weather))
    watch.origins |= {"https://www.bbc.co.uk"}
    chat.tab_to("Leave this page quickly", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.page).to_have_title("Weather")
    chat.page.go_back()
    expect(chat.page).not_to_have_title("Signpost")
    assert chat.page.locator("signpost-chat").count() == 0 or chat.token() is None
