"""Conversations kept as YAML lists, one test for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

DATA = Path(__file__).parents[1] / "data"


def cases(folder: str) -> list[Any]:
    """Give the cases of every file in `tests/data/<folder>` as parameters of a test.

    Known gaps are listed where the conversation stands; a retrained model may close one.
    """
    return [
        pytest.param(
            case,
            id=f"{path.stem}-{case['id']}",
            marks=[pytest.mark.xfail(reason=case["known_gap"], strict=False)] if "known_gap" in case else [],
        )
        for path in sorted((DATA / folder).glob("*.yml"))
        for case in YAML(typ="safe").load(path)
    ]
