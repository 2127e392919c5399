"""The chat window as a person meets it: by roles and names, never by classes."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

ASKED = re.compile(r"^Question \d+$")


class Chat:
    """The widget on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.launcher = page.get_by_role("button", name="Ask about SEND support")
        self.panel = page.get_by_role("dialog", name="Signpost: help with SEND")
        self.log = self.panel.get_by_role("log", name="Conversation")
        self.box = self.panel.get_by_role("textbox", name="Your question", exact=True)
        self.articles = self.log.get_by_role("article", name=ASKED)
        self.line = self.panel.get_by_role("region", name="Advice line")
        self.next = self.panel.get_by_role("group", name="What next")

    def open(self) -> Chat:
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name, exact=True)

    def article(self, number: int) -> Locator:
        return self.log.get_by_role("article", name=f"Question {number}", exact=True)

    def ask(self, text: str) -> Locator:
        """Type and send; give the new turn's article once it is answered."""
        number = self.articles.count() + 1
        self.box.fill(text)
        self.button("Send").click()
        return self.answered(number)

    def answered(self, number: int) -> Locator:
        article = self.article(number)
        expect(article).to_be_visible(timeout=15_000)
        return article

    def menu(self, entry: str) -> None:
        """Open "More" and press an entry."""
        self.button("More").click()
        self.button(entry).click()

    def adopt(self, parent: Any) -> Chat:
        """Go on with a conversation that was begun through the API (tests/running.py)."""
        token = json.dumps({"id": parent.id, "secret": parent.secret})
        self.page.evaluate("token => sessionStorage.setItem('signpost', token)", token)
        self.page.reload()
        return self.open()

    def token(self) -> dict[str, str] | None:
        """Give what the tab keeps."""
        return json.loads(self.page.evaluate("sessionStorage.getItem('signpost')") or "null")

    def focused(self) -> dict[str, str]:
        """Give the tag and the beginning of the name of what has the focus, through shadow roots."""
        return self.page.evaluate(FOCUSED)

    def tab_to(self, name: str, most: int = 60, key: str = "Tab") -> None:
        """Press Tab until the element of that name has the focus. Fails after `most` presses."""
        passed = []
        for _ in range(most):
            self.page.keyboard.press(key)
            at = self.focused()["name"]
            if at == name[:60]:
                return
            passed.append(at)
        raise AssertionError(f"{name!r} is not reached by {key}; passed {passed}")


FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const name = at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent;
  return { tag: at.localName, name: name.trim().slice(0, 60) };
}"""
