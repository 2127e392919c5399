"""Whole conversations of 3 to 12 turns, through the gateway of a running assistant.

Each turn says something (`say`) or presses a button (`press`, the beginning of its title) and tells what the
reply must have (`says`), must not have (`never`) and which kinds of message it holds (`kinds`). In each reply
of every dialogue: no number of another area, nothing twice in a row, no token left unfilled.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.integration.cases import cases

CASES = cases("dialogues")
ADVICE_LINE = re.compile(r"01225\s?394\s?382|07530\s?263\s?401")


@pytest.mark.parametrize("case", CASES)
def test_the_conversation_gets_somewhere(signpost: Any, case: dict[str, Any]) -> None:
    parent = signpost.parent(case.get("council"))
    assert 3 <= len(case["turns"]) <= 12
    before: list[str] = []
    for number, turn in enumerate(case["turns"], start=1):
        text = parent.press("^" + re.escape(turn["press"])) if "press" in turn else parent.ask(turn["say"])
        where = f"turn {number} of {case['id']}:\n{text}"
        for pattern in turn.get("says", []):
            assert re.search(pattern, text, re.IGNORECASE), f"{pattern!r} is missing in {where}"
        for pattern in turn.get("never", []):
            assert not re.search(pattern, text, re.IGNORECASE), f"{pattern!r} is in {where}"
        kinds = [custom["kind"] for custom in parent.customs if "kind" in custom]
        for kind in turn.get("kinds", []):
            assert kind in kinds, f"{kind!r} is not among {kinds} in {where}"
        assert text.strip(), where
        assert "{{" not in text, where
        if case.get("area") != "bathnes":
            assert not ADVICE_LINE.search(text), f"a number of another area in {where}"
        texts = [m["text"] for m in parent.replies if m.get("text")]
        repeated = [t for t in texts if t in before and "999" not in t and "advice" not in t.lower()]
        assert repeated == [], f"the same words twice in a row in {where}"
        before = texts


def test_there_are_enough_dialogues() -> None:
    assert len(CASES) >= 60
