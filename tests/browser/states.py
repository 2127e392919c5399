"""Every state in which a parent can meet the chat window, each reached as a parent reaches it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.chat import Chat

MESSAGES = "**/api/conversations/*/messages"


def closed(chat: Chat) -> None:
    expect(chat.launcher).to_be_visible()


def empty(chat: Chat) -> None:
    chat.open()


def waiting(chat: Chat) -> None:
    # Held back for ever: the route is never answered.
    chat.page.route(MESSAGES, lambda route: None)
    chat.open()
    chat.box.fill("What is SEN support?")
    chat.button("Send").click()
    expect(chat.log.get_by_role("article")).to_have_count(1)


def answered(chat: Chat) -> None:
    chat.open().ask("How long does the council have to decide about an EHC assessment?")


def sources_open(chat: Chat) -> None:
    answered(chat)
    chat.log.get_by_text("Where this comes from").first.click()


def feedback_reasons(chat: Chat) -> None:
    answered(chat)
    group = chat.log.get_by_role("group", name="Did this help?").first
    group.get_by_role("button", name="No", exact=True).click()
    expect(group.get_by_role("button").nth(2)).to_be_visible()


def menu(chat: Chat) -> None:
    chat.open().button("More").click()
    expect(chat.panel.get_by_role("link", name="Accessibility")).to_be_visible()


def largest_text(chat: Chat) -> None:
    answered(chat)
    chat.button("More").click()
    for _ in range(3):
        chat.button("Larger text").click()
    chat.button("More").click()


def meeting_sheet(chat: Chat) -> None:
    answered(chat)
    chat.menu("Meeting sheet")
    expect(chat.button("Print this sheet")).to_be_visible()


def call_back_errors(chat: Chat) -> None:
    answered(chat)
    chat.menu("Ask for a call back")
    chat.button("Send the card").click()
    expect(chat.panel.locator("[aria-describedby$='-problem']").first).to_be_visible()


def deleting(chat: Chat) -> None:
    answered(chat)
    chat.menu("Delete this conversation")
    expect(chat.button("Yes, delete it")).to_be_visible()


def offline(chat: Chat) -> None:
    chat.open()
    chat.page.context.set_offline(True)
    chat.box.fill("What is SEN support?")
    chat.button("Send").click()
    expect(chat.button("Send it again")).to_be_visible()


def too_long(chat: Chat) -> None:
    chat.open().box.fill("a" * 4001)
    chat.button("Send").click()
    expect(chat.panel.get_by_text("characters too many").first).to_be_visible()


def long_conversation(chat: Chat) -> None:
    answered(chat)
    for question in (
        "What is SEN support?",
        "Who is the SENCO?",
        "number for the advice line",
        "when is my bin collected",
    ):
        chat.ask(question)


def safety(chat: Chat) -> None:
    chat.open().ask("my daughter says she wants to die")
    expect(chat.log.get_by_role("link", name="999").first).to_be_visible()


def other_language(chat: Chat) -> None:
    chat.open().ask("ابني يحتاج إلى مساعدة في المدرسة")


State = Callable[[Chat], None]
STATES: dict[str, State] = {
    state.__name__: state
    for state in (
        closed,
        empty,
        waiting,
        answered,
        sources_open,
        feedback_reasons,
        menu,
        largest_text,
        meeting_sheet,
        call_back_errors,
        deleting,
        offline,
        too_long,
        long_conversation,
        safety,
        other_language,
    )
}
# Errors that a state brings about on purpose.
ON_PURPOSE: dict[str, tuple[str, ...]] = {
    "offline": ("ERR_INTERNET_DISCONNECTED",),
    "call_back_errors": ("422",),
}


def reach(name: str, chat: Chat, watch: Any) -> Chat:
    """Bring the chat into a state."""
    watch.allow(*ON_PURPOSE.get(name, ()))
    STATES[name](chat)
    return chat
