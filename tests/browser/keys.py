"""Using the chat window without a mouse."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chat import Chat

QUESTION = "How long does the council have to decide about an EHC assessment?"
LAUNCHER = "Ask about SEND support"


def open_by_keyboard(chat: Chat) -> Chat:
    """Open the window. Backwards from the top of the page: the chat is the last thing on it."""
    expect(chat.launcher).to_be_visible()
    chat.tab_to(LAUNCHER, key="Shift+Tab", most=1)
    chat.page.keyboard.press("Enter")
    expect(chat.panel).to_be_visible()
    return chat


def type_question(chat: Chat, text: str = QUESTION, number: int = 1) -> None:
    """Type into the focused box, press Enter, wait for the answer."""
    expect(chat.box).to_be_focused()
    chat.page.keyboard.type(text)
    chat.page.keyboard.press("Enter")
    chat.answered(number)


def choose(chat: Chat, entry: str) -> None:
    """Open "More" and press an entry."""
    chat.tab_to("More", key="Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.button("More")).to_have_attribute("aria-expanded", "true")
    chat.tab_to(entry)
    chat.page.keyboard.press("Space")
