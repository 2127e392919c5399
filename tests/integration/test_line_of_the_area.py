"""The number that always stands in the window: of the area the parent told, at once, never another's."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "i live in stockton",
        "we moved to blackburn last month",
        "im in doncaster",
        "I live in Leeds",
        "we live in Wales",
    ],
)
def test_a_parent_who_says_where_they_live_never_sees_the_page_s_line_again(signpost: Any, told: str) -> None:
    parent = signpost.parent("bathnes")
    assert parent.send(text="What does the SENCO do?")["line"]["phone"] == "01225 394382"
    assert parent.send(text=told)["line"] is None
    assert parent.send(text="What is SEN support?")["line"] is None


def test_the_line_is_there_as_soon_as_the_area_is(signpost: Any) -> None:
    parent = signpost.parent()
    assert parent.send(text="What does the SENCO do?")["line"] is None
    assert parent.send(text="I live in Keynsham")["line"]["phone"] == "01225 394382"
