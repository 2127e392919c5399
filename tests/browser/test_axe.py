"""No WCAG 2.2 AA violation that axe-core can find, in any state, look or size."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.accessibility import violations_in_all_looks
from tests.browser.sizes import DEVICES
from tests.browser.states import STATES, reach


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("state", STATES)
def test_no_violation(visit: Any, watch: Any, shoot: Any, state: str, device: str) -> None:
    chat = reach(state, visit(DEVICES[device]), watch)
    shoot(chat.page, f"{state}-{device}")
    assert violations_in_all_looks(chat.page) == {}


def test_a_violation_would_be_found(page_of: Any) -> None:
    page = page_of('<img src="data:,"><p style="color: #aaa; background: #bbb">faint</p>')
    assert {"light", "dark"} <= set(violations_in_all_looks(page))
