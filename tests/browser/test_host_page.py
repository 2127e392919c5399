"""The council's page and the chat leave one another alone, whatever the page's style sheet does."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import Chat

HOSTILE = {
    "hidden": "* { display: none !important } html, body { display: block !important }",
    "invisible": "* { visibility: hidden !important; opacity: 0 !important }",
    "boxes": "div, button, dialog, section { display: none !important; width: 1px !important; float: left }",
    "giant": "html, body, * { font-size: 90px !important; line-height: 9 !important }",
    "spaced": "* { letter-spacing: 1em !important; word-spacing: 3em !important; text-transform: uppercase }",
    "mirrored": "body * { direction: rtl !important; writing-mode: vertical-rl !important; rotate: 9deg }",
    "untouchable": "* { pointer-events: none !important; user-select: none !important }",
    "moved": "body * { position: absolute !important; left: -999px !important; clip-path: inset(9%) }",
    "variables": ":root { --ink: red; --paper: red; --strong: red; --on: red; --quiet: red }",
}
BODY = """<main><h1>A page</h1><p>Words <a href='#'>and a link</a></p>
<button>Press</button><input><dialog>x</dialog></main>"""
# How the window itself looks; its place on the screen and its colours must be its own.
LOOK = """() => {
  const names = ["display", "visibility", "opacity", "fontSize", "lineHeight", "letterSpacing", "wordSpacing",
    "textTransform", "direction", "writingMode", "pointerEvents", "color", "backgroundColor", "position"];
  const root = document.querySelector("signpost-chat").shadowRoot;
  const parts = root.querySelectorAll("dialog, h2, dialog button, textarea, label, [role=log], [role=log] p");
  return [...parts].filter(one => one.getClientRects().length).map(one => {
    const style = getComputedStyle(one);
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.localName, one.textContent.slice(0, 20), ...names.map(name => style[name]),
      ...[x, y, width, height].map(Math.round)].join("|");
  });
}"""
# Everything of the page outside the chat: every computed style and every place.
PAGE = """[...document.querySelectorAll(":not(signpost-chat, script)")].map(one => {
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const place = [box.x, box.y, box.width, box.height].join();
  return `${one.localName} ${place} ${[...style].map(name => style[name]).join()}`;
})"""
# Elements of the page that moved by themselves; the window's own words may make room for an answer.
SHIFTS = """() => {
  window.shifted = [];
  const ours = (node) => !node || node.localName === "signpost-chat";
  const note = ({ node }) => ours(node) || shifted.push(node.outerHTML ?? node.data);
  new PerformanceObserver(list => list.getEntries().forEach(entry => entry.sources.forEach(note)))
    .observe({ type: "layout-shift", buffered: true });
}"""


def ready(page: Page) -> Chat:
    chat = Chat(page)
    page.wait_for_function("document.querySelector('signpost-chat')?.shadowRoot")
    return chat


@pytest.mark.parametrize("name", HOSTILE)
def test_the_pages_style_sheet_cannot_break_the_window(
    page_of: Any, script: str, shoot: Any, name: str
) -> None:
    looks = []
    for css in ("", HOSTILE[name]):
        chat = ready(page_of(BODY + script, f"<style>{css}</style>"))
        # The mouse needs it to be really there, which its role and name alone do not tell.
        expect(chat.launcher).to_be_visible()
        chat.launcher.click()
        expect(chat.panel).to_be_visible()
        expect(chat.box).to_be_focused()
        looks.append(chat.page.evaluate(LOOK))
    shoot(chat.page, f"hostile-{name}")
    assert len(looks[0]) > 10
    assert looks[1] == looks[0]


def test_the_chat_changes_nothing_on_the_page(page_of: Any, script: str) -> None:
    bare = page_of(BODY).evaluate(PAGE)
    assert len(bare) > 8
    page = page_of(BODY + script)
    chat = ready(page)
    assert page.evaluate(PAGE) == bare
    chat.open()
    chat.ask("What is SEN support?")
    assert page.evaluate(PAGE) == bare
    chat.button("Close the chat").click()
    assert page.evaluate(PAGE) == bare


def test_the_page_gets_no_new_names(page_of: Any, script: str) -> None:
    names = "Object.getOwnPropertyNames(window).sort()"
    bare = page_of(BODY).evaluate(names)
    page = page_of(BODY + script)
    ready(page)
    assert page.evaluate(names) == bare


def test_nothing_on_the_page_moves(visit: Any) -> None:
    chat = visit()
    chat.page.evaluate(SHIFTS)
    chat.page.evaluate("scrollTo(0, 300)")
    at = chat.page.evaluate("scrollY")
    chat.open()
    chat.ask("What is SEN support?")
    chat.ask("number for the advice line")
    chat.button("Close the chat").click()
    chat.page.wait_for_timeout(100)
    assert chat.page.evaluate("window.shifted") == []
    assert chat.page.evaluate("scrollY") == at > 0


def test_the_page_can_place_the_element_itself(page_of: Any, script: str) -> None:
    chat = ready(page_of(f"<signpost-chat data-side='left'></signpost-chat>{BODY}{script}"))
    assert chat.page.locator("signpost-chat").count() == 1
    box = chat.launcher.bounding_box()
    assert box is not None
    assert box["x"] < 100


def test_two_script_tags_make_one_chat(page_of: Any, script: str) -> None:
    chat = ready(page_of(BODY + script + script))
    chat.page.wait_for_timeout(200)
    assert chat.page.get_by_role("button", name="Ask about SEND support").count() == 1


def test_keys_typed_into_the_chat_do_not_reach_the_pages_shortcuts(page_of: Any, script: str) -> None:
    listening = page_of(BODY + script)
    listening.evaluate(
        "window.heard = []; document.addEventListener('keydown', event => heard.push(event.key))"
    )
    chat = ready(listening).open()
    listening.keyboard.type("sh")
    listening.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()
    assert listening.evaluate("heard") == []
