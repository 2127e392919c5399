"""The focus can be seen, is not covered, and what is pressed is large enough."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.sizes import DESKTOP, PHONE
from tests.browser.states import reach

LEAST, TOUCH = 24, 44  # CSS pixels: WCAG 2.5.8, and what a thumb needs
# Links within a sentence are left out, as in WCAG 2.5.8.
SMALL = """(dialog, least) => {
  const controls = dialog.querySelectorAll("button, input, textarea, select, summary, a");
  const words = (one) => one.textContent.trim().length;
  return [...controls].filter(one => {
    const { width, height } = (one.closest(".tick") ?? one).getBoundingClientRect();
    const sentence = one.localName === "a" && words(one.parentElement) > words(one) + 3;
    return width && height && !sentence && (width < least || height < least);
  }).map(one => `${one.localName} ${one.textContent} ${JSON.stringify(one.getBoundingClientRect())}`);
}"""
# Where the middle or a corner of the focused element can be seen, it is not fully hidden.
SEEN = """() => {
  const at = document.activeElement;
  if (at.shadowRoot || at === document.body) return true;
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const points = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2],
    [(left + right) / 2, (top + bottom) / 2]];
  return points.some(([x, y]) => at.contains(document.elementFromPoint(x, y)));
}"""
RING = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const style = getComputedStyle(at);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""
STATES = [
    "empty",
    "answered",
    "menu",
    "feedback_reasons",
    "meeting_sheet",
    "call_back_errors",
    "deleting",
    "offline",
]


@pytest.mark.parametrize("state", STATES)
def test_targets_on_a_wide_screen(visit: Any, watch: Any, state: str) -> None:
    chat = reach(state, visit(DESKTOP), watch)
    assert chat.panel.evaluate(SMALL, LEAST) == []


@pytest.mark.parametrize("state", STATES)
def test_targets_for_thumbs(visit: Any, watch: Any, state: str) -> None:
    chat = reach(state, visit(PHONE), watch)
    assert chat.panel.evaluate(SMALL, TOUCH) == []


@pytest.mark.parametrize("state", ["answered", "menu", "call_back_errors"])
def test_the_focus_can_be_seen_on_everything(visit: Any, watch: Any, state: str) -> None:
    chat = reach(state, visit(), watch)
    chat.button("Close the chat").focus()
    passed = set()
    for _ in range(40):
        chat.page.keyboard.press("Tab")
        at = chat.focused()
        if at["tag"] == "body":
            break  # after the chat comes the browser itself
        passed.add(at["name"])
        assert chat.page.evaluate(RING), at
    assert len(passed) >= 4


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("height", [800, 500])
def test_nothing_focused_on_the_page_is_fully_hidden(visit: Any, opened: bool, height: int) -> None:
    chat = visit({"viewport": {"width": 1280, "height": height}})
    expect(chat.launcher).to_be_visible()
    if opened:
        chat.open()
    chat.page.locator("a").first.focus()
    for _ in range(16):
        assert chat.page.evaluate(SEEN), chat.focused()
        chat.page.keyboard.press("Tab")


def test_opening_on_touch_brings_up_no_keyboard(visit: Any) -> None:
    chat = visit(PHONE)
    chat.launcher.tap()
    expect(chat.panel.get_by_role("heading", name="Signpost", exact=True)).to_be_focused()
