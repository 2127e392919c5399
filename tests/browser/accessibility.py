"""Looking for accessibility violations with axe-core, and at what the accessibility tree tells."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
# WCAG 2.2 AA, which the UK's regulations ask for.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS = ["color-contrast", "link-in-text-block"]
# Dark differs in colours only. Forced colours are the parent's own choice, and axe does not see them.
LOOKS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "light": ({"color_scheme": "light", "forced_colors": "none"}, EVERYTHING),
    "dark": (
        {"color_scheme": "dark", "forced_colors": "none"},
        {"runOnly": {"type": "rule", "values": COLOURS}},
    ),
    "forced": (
        {"color_scheme": "dark", "forced_colors": "active"},
        {**EVERYTHING, "rules": {rule: {"enabled": False} for rule in COLOURS}},
    ),
}


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> list[str]:
    """Give one line for each element that breaks a rule: rule, where, why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("options => axe.run(options)", {**options, "resultTypes": ["violations"]})[
        "violations"
    ]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    ]


def violations_in_all_looks(page: Page) -> dict[str, list[str]]:
    """Look in light, dark and forced colours; gives what is wrong by look, nothing where all is well."""
    found = {}
    for look, (media, options) in LOOKS.items():
        page.emulate_media(**media, reduced_motion="reduce")
        found[look] = violations(page, options)
    return {look: lines for look, lines in found.items() if lines}


def tree(page: Page) -> list[dict[str, Any]]:
    """Give the accessibility tree as a screen reader gets it: role, name and properties of each node."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        {
            "role": node.get("role", {}).get("value", ""),
            "name": node.get("name", {}).get("value", ""),
            **{prop["name"]: prop["value"].get("value") for prop in node.get("properties", [])},
        }
        for node in nodes
        if not node["ignored"]
    ]
