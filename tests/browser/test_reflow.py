"""At 400 % zoom and on a narrow phone: nothing is cut off sideways, everything can be reached."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.sizes import NARROW, ZOOMED
from tests.browser.states import STATES, reach

SIZES = {"zoomed": ZOOMED, "narrow": NARROW}
CONTROLLED = ["empty", "answered", "menu", "meeting_sheet", "call_back_errors", "deleting"]
CONTROLS = "button, a, input, textarea, select, summary"
# Elements that are wider than what holds them, or that reach out of the screen sideways.
SIDEWAYS = """dialog => [dialog, ...dialog.querySelectorAll("*")].filter(one => {
  const { left, right, width, height } = one.getBoundingClientRect();
  if (!width || !height || one.closest(".heard")) return false;
  const scrolls = ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
  return left < -1 || right > innerWidth + 1 || (scrolls && one.scrollWidth > one.clientWidth + 1);
}).map(one => `${one.localName}.${one.className} ${one.textContent.slice(0, 40)}`)"""


@pytest.mark.parametrize("state", [name for name in STATES if name != "closed"])
def test_nothing_goes_sideways(visit: Any, watch: Any, shoot: Any, state: str) -> None:
    chat = reach(state, visit(ZOOMED), watch)
    for name, size in SIZES.items():
        chat.page.set_viewport_size(size["viewport"])
        shoot(chat.page, f"{state}-{name}")
        assert chat.panel.evaluate(SIDEWAYS) == [], name


@pytest.mark.parametrize("state", CONTROLLED)
def test_every_control_can_be_brought_into_sight(visit: Any, watch: Any, state: str) -> None:
    chat = reach(state, visit(ZOOMED), watch)
    controls = chat.panel.locator(CONTROLS).filter(visible=True)
    assert controls.count() > 3
    for size in SIZES.values():
        chat.page.set_viewport_size(size["viewport"])
        for control in controls.all():
            control.focus()
            expect(control).to_be_in_viewport(ratio=0.3)


def test_a_question_can_be_asked_at_400_percent(visit: Any) -> None:
    chat = visit(ZOOMED).open()
    assert "6 weeks" in (
        chat.ask("How long does the council have to decide about an EHC assessment?").text_content() or ""
    )


def test_the_launcher_leaves_most_of_a_small_screen_free(visit: Any) -> None:
    box = visit(ZOOMED).launcher.bounding_box()
    assert box is not None
    assert box["width"] * box["height"] < 320 * 256 / 4
