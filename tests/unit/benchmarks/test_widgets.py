"""The comparison's table says what was found, also what was not reached."""

from __future__ import annotations

from benchmarks.widgets.report import report
from benchmarks.widgets.trial import Found

KEYS = {"open": True, "send": True, "quick reply": False, "close": None}


def cells(text: str) -> dict[str, list[str]]:
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {row[0]: row[1:] for row in rows}


def test_a_table_has_a_column_for_each_widget() -> None:
    ours = Found(203.4, 35, 16_320, 19, set(), [], [], True, True, KEYS)
    other = Found(162, None, 111_200, 2, {"fonts.example"}, ["button-name"], None, False, False, KEYS)
    text = report({"Ours": ours, "Other": other}, "28 November 2026", "2 cores")
    assert text.startswith("# Chat windows compared on 28 November 2026: 2 cores\n")
    found = cells(text)
    assert found["WCAG rules broken, open (axe-core)"] == ["0", "1: button-name"]
    assert found["the same after an answer"] == ["0", "no answer came"]
    assert found["keyboard alone: quick reply"] == ["no", "no"]
    assert found["keyboard alone: close"] == ["always open", "always open"]
    assert found["size as sent, compressed"] == ["16.3 kB", "111.2 kB"]
    assert found["third parties asked"] == ["none", "fonts.example"]
    assert found["from click until open"] == ["35 ms", "always open"]
