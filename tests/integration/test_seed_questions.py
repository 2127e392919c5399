"""Parents' questions about the five source documents, asked through the gateway of a running assistant."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.integration.cases import cases

CASES = cases("questions")


@pytest.mark.parametrize("case", CASES)
def test_reply_has_the_facts_and_nothing_it_must_not_have(signpost: Any, case: dict[str, Any]) -> None:
    parent = signpost.parent(case["council"])
    for turn in case["turns"]:
        if isinstance(turn, dict):
            parent.press(turn["button"])
        else:
            parent.ask(turn)
    kinds = [custom["kind"] for custom in parent.customs]
    topics = [custom.get("topic") for custom in parent.customs]
    assert case["kind"] in kinds
    assert case["topic"] is None or case["topic"] in topics
    missing = [pattern for pattern in case["says"] if not re.search(pattern, parent.text, re.IGNORECASE)]
    wrong = [pattern for pattern in case["never"] if re.search(pattern, parent.text, re.IGNORECASE)]
    assert (missing, wrong) == ([], []), parent.text
