"""The gateway's own page with JavaScript off: the same answers, every feature, no violation."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations_in_all_looks
from tests.browser.sizes import DEVICES

QUESTION = "How long does the council have to decide about an EHC assessment?"
PAGES = ["/", "/meeting-sheet", "/delete", "/accessibility", "/privacy", "/about", "/call-back", "/letter"]


@pytest.fixture
def plain(context: Any, signpost: Any) -> Any:
    """Open a page of the gateway without JavaScript."""

    def open_page(device: str = "desktop", script: bool = False) -> Page:
        page = context(DEVICES[device], java_script_enabled=script).new_page()
        page.goto(signpost.base)
        return page

    return open_page


def ask(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Your question").fill(text)
    page.get_by_role("button", name="Send").click()


def test_a_question_is_answered_with_its_sources(plain: Any) -> None:
    page = plain()
    ask(page, QUESTION)
    turn = page.get_by_role("region", name="Question 1")
    expect(turn).to_contain_text("The law says")
    expect(turn).to_contain_text("6 weeks")
    turn.get_by_text("Where this comes from").first.click()
    expect(turn.get_by_role("link", name="regulation 5").first).to_be_visible()
    expect(turn).to_contain_text("last checked")


def test_the_answer_is_the_one_the_api_gives(plain: Any, signpost: Any) -> None:
    parent = signpost.parent()
    first = parent.ask(QUESTION).splitlines()[0]
    page = plain()
    ask(page, QUESTION)
    expect(page.get_by_role("region", name="Question 1")).to_contain_text(first)


def test_a_next_question_can_be_pressed(plain: Any) -> None:
    page = plain()
    ask(page, "number for the advice line")
    page.get_by_role("button", name="Bath").click()
    expect(
        page.get_by_role("region", name="Question 2").get_by_role("link", name="01225 394382")
    ).to_be_visible()


def test_feedback_is_thanked_for(plain: Any) -> None:
    page = plain()
    ask(page, QUESTION)
    page.get_by_role("group", name="Did this help?").first.get_by_role(
        "button", name="Yes, it helped"
    ).click()
    expect(page.get_by_text("Thank you")).to_be_visible()


def test_the_conversation_can_be_deleted(plain: Any) -> None:
    page = plain()
    ask(page, QUESTION)
    page.goto(page.url.split("#")[0].split("?")[0] + "delete")
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("link", name="Signpost").or_(page.get_by_role("link", name="chat")).first.click()
    expect(page.get_by_role("region", name="Question 1")).to_have_count(0)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("path", PAGES)
def test_no_violation(plain: Any, signpost: Any, shoot: Any, path: str, device: str) -> None:
    # Axe is a script; the pages themselves have none, so that nothing else changes by it.
    page = plain(device, script=True)
    ask(page, QUESTION)
    page.goto(signpost.base + path)
    assert page.locator("script").count() == 0
    shoot(page, f"plain{path.replace('/', '-')}-{device}")
    assert violations_in_all_looks(page) == {}
