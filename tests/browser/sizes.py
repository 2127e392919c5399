"""Screens that parents have, as Playwright's context options; sizes in CSS pixels."""

from __future__ import annotations

from typing import Any


def _screen(width: int, height: int, **more: Any) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}, **more}


DESKTOP = _screen(1280, 800)
PHONE = _screen(390, 844, has_touch=True, is_mobile=True)
# What is left of 1280 x 1024 at 400 % zoom (WCAG 1.4.10), and a narrow phone.
ZOOMED = _screen(320, 256)
NARROW = _screen(320, 640)
DEVICES = {"phone": PHONE, "desktop": DESKTOP}
