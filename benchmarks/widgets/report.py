"""The comparison as a table to read."""

from __future__ import annotations

from benchmarks.widgets.trial import LOADS, Found

Row = tuple[str, list[str]]


def report(found: dict[str, Found], day: str, machine: str) -> str:
    """Give the report in Markdown; `day` in words."""
    lines = [
        f"# Chat windows compared on {day}: {machine}",
        "",
        "`make bench-widgets`: each widget alone on the same bare page, talking to the same running bot, one",
        f"after the other in the same Chromium. Times are medians of {LOADS} loads with nothing cached.",
        "rasa-webchat talks to a small socket.io server in its own protocol, as the channel of Rasa 3.6.21",
        "does not answer; deep-chat through its `connect`; both pass everything on to our gateway",
        "(`benchmarks/widgets/server.mjs`).",
        "",
        f"| | {' | '.join(found)} |",
        f"|---|{'---|' * len(found)}",
        *(f"| {title} | {' | '.join(cells)} |" for title, cells in _rows(list(found.values()))),
    ]
    return "\n".join(lines) + "\n"


def _rows(all_found: list[Found]) -> list[Row]:
    rows: list[Row] = [
        ("WCAG rules broken, open (axe-core)", [_rules(one.axe_open) for one in all_found]),
        ("the same after an answer", [_rules(one.axe_answered) for one in all_found]),
    ]
    for what in ("open", "send", "quick reply", "close"):
        rows.append((f"keyboard alone: {what}", [_yes(one.keyboard[what]) for one in all_found]))
    return [
        *rows,
        ("live region there before the answer", [_yes(one.region) for one in all_found]),
        ("the answer is announced", [_yes(one.announced) for one in all_found]),
        ("size as sent, compressed", [f"{one.size / 1000:,.1f} kB" for one in all_found]),
        ("requests until open", [str(one.requests) for one in all_found]),
        ("third parties asked", [", ".join(sorted(one.third)) or "none" for one in all_found]),
        ("from the page's start until usable", [f"{one.usable:.0f} ms" for one in all_found]),
        (
            "from click until open",
            [_ms(one.opened) for one in all_found],
        ),
    ]


def _rules(rules: list[str] | None) -> str:
    if rules is None:
        return "no answer came"
    return f"{len(rules)}: {', '.join(rules)}" if rules else "0"


def _ms(value: float | None) -> str:
    return "always open" if value is None else f"{value:.0f} ms"


def _yes(value: bool | None) -> str:
    return "always open" if value is None else "yes" if value else "no"
