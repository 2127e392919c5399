"""The dated page: plain Markdown tables from the figures of each part."""

from __future__ import annotations

import math
from typing import Any

from benchmarks.nlu import words

HEAD = [
    "system",
    "phrases learnt",
    "right, in scope",
    "within three",
    "threshold",
    "out of scope caught",
    "false refusals",
    "right and answered",
    "as shipped: caught / refused",
]
COSTS = [
    "system",
    "training, cold",
    "warm",
    "loading",
    "message, median",
    "95th percentile",
    "resident",
    "peak",
]
SIGNALS = ["signal", "right, in scope", *HEAD[4:8], "area under ROC"]
FINDERS = ["finder", "right answer first", "within three", "nothing found"]
WORST = ["meant", "taken for", "times", "an example made up for this page, and why"]


def page(parts: dict[str, dict[str, Any]], timed: int, picture: str | None) -> str:
    """Give the whole page; `parts` holds what was run: own, every, clinc, finder."""
    pieces = ["# Understanding, measured side by side", words.RULES.format(timed=timed)]
    if "own" in parts:
        pieces += ["## Our own phrases, a few for each intent", *_own(parts["own"])]
    if "every" in parts:
        pieces += [
            "## Our own phrases, all of them",
            *_own(parts["every"]),
            *_confused(parts["every"], picture),
        ]
    if "clinc" in parts:
        pieces += _clinc(parts["clinc"])
    if "finder" in parts:
        pieces += _finder(parts["finder"])
    return "\n\n".join(pieces) + "\n"


def compared(rows: list[dict[str, Any]]) -> list[str]:
    """Give what was understood, what it cost, and how the training times compare."""
    fine = [row for row in rows if "failed" not in row]
    understood = table(HEAD, [_understood(row) for row in fine])
    return [
        understood,
        table(COSTS, [_costs(row) for row in fine]),
        *_ratios(fine),
        *_failures(rows, "system"),
    ]


def table(head: list[str], rows: list[list[str]]) -> str:
    """Give a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def percent(value: float) -> str:
    """Give a share in per cent with one decimal."""
    return "–" if math.isnan(value) else f"{100 * value:.1f}%"


def _understood(row: dict[str, Any]) -> list[str]:
    chosen, shipped = row["chosen"], row["shipped"]
    cells = [row["system"], f"{row['learnt']:,}", percent(row["accuracy"]), percent(row["within_three"])]
    cells += [f"{row['threshold']:.3f}", *(percent(chosen[name]) for name in ("caught", "refused", "right"))]
    return [*cells, f"{percent(shipped['caught'])} / {percent(shipped['refused'])}"]


def _costs(row: dict[str, Any]) -> list[str]:
    cold, warm = ("–" if row[name] is None else f"{row[name]:.0f} s" for name in ("cold", "warm"))
    times = [f"{row['loading']:.1f} s", f"{row['median']:.0f} ms", f"{row['slow']:.0f} ms"]
    memory = [f"{row['resident']:.0f} MB", f"{row['peak']:.0f} MB"]
    return [row["system"], cold, warm, *times, *memory]


def _ratios(rows: list[dict[str, Any]]) -> list[str]:
    stock = next((row for row in rows if row["system"].startswith("stock")), None)
    return [
        f"Stock Rasa trains {stock['cold'] / row['cold']:.1f} times as long as {row['system']} cold, "
        f"{stock['cold'] / row['warm']:.1f} times as long as warm."
        for row in rows
        if stock and row["warm"]
    ]


def _failures(rows: list[dict[str, Any]], name: str) -> list[str]:
    return [f"{row[name]} failed: {row['failed']}" for row in rows if "failed" in row]


def _measured(part: dict[str, Any]) -> str:
    return f"Measured {part['when']} on {part['machine']}. Command: `{part['command']}`"


def _own(part: dict[str, Any]) -> list[str]:
    pieces = [_measured(part), part.get("note", ""), f"### {part['name']}", *compared(part["rows"])]
    return [piece for piece in pieces if piece]


def _confused(part: dict[str, Any], picture: str | None) -> list[str]:
    rows = [[meant, taken, str(times), ""] for meant, taken, times in part["worst"]]
    pieces = ["### Worst confusions of ours", table(WORST, rows)]
    return [*pieces, f"![Confusion matrix: rows meant, columns taken for]({picture})"] if picture else pieces


def _clinc(part: dict[str, Any]) -> list[str]:
    rows = [
        [row["name"], percent(row["accuracy"]), f"{row['threshold']:.3f}"]
        + [percent(row[name]) for name in ("caught", "refused", "right")]
        + [f"{row['area']:.3f}"]
        for row in part["signals"]
    ]
    label = part["out_as_label"]
    about = words.SIGNALS.format(
        seconds=part["fitting"], right=percent(label["right"]), caught=percent(label["caught"])
    )
    pieces = ["## CLINC150", _measured(part), f"### {part['few_name']}", words.ELSEWHERE]
    pieces += [*compared(part["few"]), f"### {part['whole_name']}: which signal tells what is out of scope"]
    return [*pieces, about, table(SIGNALS, rows), words.PUBLISHED]


def _finder(part: dict[str, Any]) -> list[str]:
    fine = [row for row in part["rows"] if "failed" not in row]
    rows = [[row["name"], percent(row["first"]), percent(row["three"]), str(row["nothing"])] for row in fine]
    about = words.FINDER.format(questions=part["questions"], seen=part.get("seen", 0))
    pieces = ["## Finding the answer", _measured(part), about, table(FINDERS, rows)]
    return [*pieces, *_failures(part["rows"], "name")]
