"""The dated page: plain Markdown tables from the figures of each part."""

from __future__ import annotations

import math
from typing import Any

HEAD = (
    "| system | phrases learnt | right, in scope | within three | threshold | out of scope caught | false refusals "
    "| right and answered | as shipped: caught / refused |\n|---|---|---|---|---|---|---|---|---|"
)
COSTS = (
    "| system | training, cold | training, warm | loading | message, median | 95th percentile | resident | peak |\n"
    "|---|---|---|---|---|---|---|---|"
)
RULES = """Rules of the comparison: every training and every reading runs in a fresh process, imports included, with \
nothing in Rasa's cache. Cold means that no vector is kept from before; warm, that the very same phrases were encoded \
once. Thresholds are chosen on validation phrases only, for the highest mean of "in scope, answered rightly" and \
"out of scope, caught". Right and within three are before any gate. Times per message are for {timed} test messages, \
one after another, through `Agent.parse_message`. Memory is the process with the loaded model after those messages. \
"As shipped" uses the thresholds in each configuration instead."""
PUBLISHED = """Published on the same split, out-of-scope phrases learnt as one more label (Larson and others 2019; right in \
scope / out of scope caught): fastText 84.5 / 23.2, SVM 89.6 / 18.6, CNN 88.9 / 22.2, DialogFlow 89.4 / 14.1, Rasa of that \
time 88.9 / 55.0, MLP 91.5 / 52.2, BERT 96.4 / 40.9."""


def page(parts: dict[str, dict[str, Any]], timed: int, picture: str | None) -> str:
    """Give the whole page; `parts` holds what was run: own, clinc, finder."""
    pieces = ["# Understanding, measured side by side", RULES.format(timed=timed)]
    for name, section in (("own", _own), ("clinc", _clinc), ("finder", _finder)):
        if name in parts:
            part = parts[name]
            measured = f"Measured {part['when']} on {part['machine']}. Command: `{part['command']}`"
            pieces.append(section(part, measured, picture))
    return "\n\n".join(pieces) + "\n"


def compared(rows: list[dict[str, Any]]) -> str:
    """Give what was understood, what it cost, and how the training times compare."""
    fine = [row for row in rows if "failed" not in row]
    failed = [f"{row['system']} failed: {row['failed']}" for row in rows if "failed" in row]
    understood = [HEAD, *(_understood(row) for row in fine)]
    costs = [COSTS, *(_costs(row) for row in fine)]
    return "\n\n".join(["\n".join(understood), "\n".join(costs), *_ratios(fine), *failed])


def percent(value: float) -> str:
    """Give a share in per cent with one decimal."""
    return "–" if math.isnan(value) else f"{100 * value:.1f}%"


def _understood(row: dict[str, Any]) -> str:
    chosen, shipped = row["chosen"], row["shipped"]
    cells = [row["system"], f"{row['learnt']:,}", percent(row["accuracy"]), percent(row["within_three"])]
    cells += [f"{row['threshold']:.3f}", *(percent(chosen[name]) for name in ("caught", "refused", "right"))]
    return _line([*cells, f"{percent(shipped['caught'])} / {percent(shipped['refused'])}"])


def _costs(row: dict[str, Any]) -> str:
    warm = "–" if row["warm"] is None else f"{row['warm']:.0f} s"
    times = [f"{row['loading']:.1f} s", f"{row['median']:.0f} ms", f"{row['slow']:.0f} ms"]
    return _line(
        [
            row["system"],
            f"{row['cold']:.0f} s",
            warm,
            *times,
            *(f"{row[m]:.0f} MB" for m in ("resident", "peak")),
        ]
    )


def _ratios(rows: list[dict[str, Any]]) -> list[str]:
    stock = next((row for row in rows if row["system"].startswith("stock")), None)
    mine = next((row for row in rows if row["system"].startswith("ours")), None)
    if not stock or not mine:
        return []
    warm = f", {stock['cold'] / mine['warm']:.1f} times as long as warm" if mine["warm"] else ""
    return [f"Stock Rasa trains {stock['cold'] / mine['cold']:.1f} times as long as ours cold{warm}."]


def _own(part: dict[str, Any], measured: str, picture: str | None) -> str:
    pieces = ["## Our own phrases", measured, f"### {part['few_name']}", compared(part["few"])]
    if "every" in part:
        pieces += [f"### {part['every_name']}", compared(part["every"])]
        rows = [_line([meant, taken, str(times), ""]) for meant, taken, times in part["worst"]]
        head = "| meant | taken for | times | an example made up for this page, and why |\n|---|---|---|---|"
        pieces += ["### Worst confusions of ours, all phrases", "\n".join([head, *rows])]
        if picture:
            pieces.append(f"![Confusion matrix: rows meant, columns taken for]({picture})")
    return "\n\n".join(pieces)


def _clinc(part: dict[str, Any], measured: str, _: str | None) -> str:
    head = "| signal | right, in scope | threshold | out of scope caught | false refusals | right and answered | area under ROC |"
    rows = [
        _line(
            [row["name"], percent(row["accuracy"]), f"{row['threshold']:.3f}", percent(row["caught"])]
            + [percent(row["refused"]), percent(row["right"]), f"{row['area']:.3f}"]
        )
        for row in part["signals"]
    ]
    label = part["out_as_label"]
    as_label = f"{percent(label['right'])} right in scope / {percent(label['caught'])} out of scope caught"
    return "\n\n".join(
        [
            "## CLINC150",
            measured,
            f"### {part['few_name']}",
            "Ours here is the encoder and the topic model in Rasa: no names, knowledge base, gate or safety phrases; "
            "its training time is for those two steps.",
            compared(part["few"]),
            f"### {part['whole_name']}: which signal tells what is out of scope",
            f"The topic model directly, without Rasa (fitted in {part['fitting']:.0f} s, without encoding). The label is "
            "the best of those in scope, and the signal alone decides whether to refuse. With out of scope as one more "
            f"label and no threshold: {as_label}.",
            "\n".join([head, "|---|---|---|---|---|---|---|", *rows]),
            PUBLISHED,
        ]
    )


def _finder(part: dict[str, Any], measured: str, _: str | None) -> str:
    rows = [
        _line([row["name"], percent(row["first"]), percent(row["three"]), str(row["nothing"])])
        if "failed" not in row
        else f"\n{row['name']} failed: {row['failed']}\n"
        for row in part["rows"]
    ]
    head = "| finder | right answer first | within three | nothing found |\n|---|---|---|---|"
    about = f"{part['questions']} held-out questions, topic given, no area known, so answers for one area do not compete."
    return "\n\n".join(["## Finding the answer", measured, about, "\n".join([head, *rows])])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
