"""What a screen reader hears: one live region, new text only, and a tree that says what everything is."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.accessibility import tree

QUESTION = "How long does the council have to decide about an EHC assessment?"
# Notes everything that the live regions say, from before the widget is there.
LISTEN = """() => {
  window.said = [];
  const seen = new WeakSet();
  const look = () => {
    const root = document.querySelector("signpost-chat")?.shadowRoot;
    for (const region of root?.querySelectorAll("[aria-live=polite]") ?? []) {
      if (seen.has(region)) continue;
      seen.add(region);
      window.said.push(`mounted: ${region.textContent}`);
      new MutationObserver(() => region.textContent && window.said.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
    }
    requestAnimationFrame(look);
  };
  look();
}"""
REGIONS = """document.querySelector("signpost-chat").shadowRoot.querySelectorAll(
  "[aria-live]:not([aria-live=off]), [role=alert], [role=status]").length"""


def said(page: Page) -> list[str]:
    return page.evaluate("window.said")


def wait_to_hear(page: Page, words: str) -> None:
    page.wait_for_function("words => window.said.some(text => text.includes(words))", arg=words)


def test_there_is_one_live_region_from_the_start_and_it_is_empty(visit: Any) -> None:
    chat = visit()
    expect(chat.launcher).to_be_visible()
    assert chat.page.evaluate(REGIONS) == 1
    chat.page.evaluate(LISTEN)
    assert said(chat.page) == ["mounted: "]
    chat.open().ask(QUESTION)
    assert chat.page.evaluate(REGIONS) == 1


def test_an_answer_is_said_once_and_nothing_older_again(visit: Any) -> None:
    chat = visit()
    expect(chat.launcher).to_be_visible()
    chat.page.evaluate(LISTEN)
    chat.open().ask(QUESTION)
    wait_to_hear(chat.page, "6 weeks")
    chat.ask("What is SEN support?")
    wait_to_hear(chat.page, "SEN support")
    assert sum("within 6 weeks" in text or "6 weeks" in text for text in said(chat.page)) == 1
    # The parent's own words are theirs already.
    assert not any(QUESTION in text for text in said(chat.page))


def test_the_answer_is_said_with_the_next_questions(visit: Any) -> None:
    chat = visit()
    expect(chat.launcher).to_be_visible()
    chat.page.evaluate(LISTEN)
    chat.open().ask("number for the advice line")
    first = chat.next.get_by_role("button").first.text_content() or "-"
    wait_to_hear(chat.page, first)


def test_problems_are_said(visit: Any, watch: Any) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    chat = visit()
    expect(chat.launcher).to_be_visible()
    chat.page.evaluate(LISTEN)
    chat.open().button("Send").click()
    wait_to_hear(chat.page, "Please type a question first.")
    chat.page.context.set_offline(True)
    chat.box.fill(QUESTION)
    chat.button("Send").click()
    wait_to_hear(chat.page, "You are not online.")


def test_a_reload_says_nothing_of_what_was_heard_before(visit: Any) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    chat.page.reload()
    expect(chat.launcher).to_be_visible()
    chat.page.evaluate(LISTEN)
    chat.open()
    expect(chat.article(1)).to_be_visible()
    chat.page.wait_for_timeout(400)
    assert not any("6 weeks" in text for text in said(chat.page))


def test_the_tree_has_names_and_roles_for_everything(visit: Any) -> None:
    chat = visit().open()
    chat.ask("number for the advice line")
    nodes = tree(chat.page)
    found = {(node["role"], node["name"]) for node in nodes}
    assert ("dialog", "Signpost: help with SEND") in found
    assert ("log", "Conversation") in found
    assert ("article", "Question 1") in found
    assert ("textbox", "Your question") in found
    assert ("group", "What next") in found
    nameless = [
        node
        for node in nodes
        if node["role"] in ("button", "link", "textbox", "checkbox") and not node["name"]
    ]
    assert nameless == []
    more = next(node for node in nodes if node["name"] == "More")
    assert more["expanded"] is False


def test_the_tree_tells_what_was_refused(visit: Any) -> None:
    chat = visit().open()
    chat.button("Send").click()
    box = next(
        node for node in tree(chat.page) if node["name"] == "Your question" and node["role"] == "textbox"
    )
    assert box["invalid"] == "true"
    expect(chat.box).to_have_accessible_description(
        "Please type a question first. Please leave out full names, addresses and numbers."
    )


def test_words_in_another_language_are_marked(visit: Any) -> None:
    chat = visit().open()
    article = chat.ask("ابني يحتاج إلى مساعدة في المدرسة")
    expect(article.locator("[lang=ar][dir=rtl]").first).to_be_visible()


def test_the_panel_is_modal_only_where_it_fills_the_screen(visit: Any) -> None:
    for width, modal in ((1280, False), (390, True)):
        chat = visit({"viewport": {"width": width, "height": 844}}).open()
        assert chat.panel.evaluate("dialog => dialog.matches(':modal')") is modal
