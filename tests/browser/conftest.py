"""A council's page with the chat on it, a running assistant behind it, and a browser that takes notes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from launch.browsers import find_chromium
from launch.processes import HOST
from tests.browser.chat import Chat
from tests.browser.sizes import DESKTOP
from tests.browser.watching import Watch

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "var" / "screenshots"
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 6_000  # ms, for whatever is waited for

Visit = Callable[..., Chat]


@pytest.fixture(scope="package")
def site(signpost: Any) -> str:
    """The origin of the demo council's page, once it answers."""
    origin = f"http://{HOST}:{signpost.ports.demo}"
    for _ in range(100):
        try:
            requests.get(origin, timeout=2)
            return origin
        except requests.ConnectionError:
            time.sleep(0.1)
    pytest.fail("the demo page does not answer")


# Not for the whole session: Playwright keeps an event loop running, which other tests cannot have.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    # Chromium's own sandbox does not work for root.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), headless=True, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def watch(signpost: Any, site: str) -> Iterator[Watch]:
    """Every test ends by looking: no error, nothing that the pages' policies refused, nobody else asked."""
    notes = Watch(frozenset({signpost.base, site}))
    yield notes
    assert notes.unexpected == []
    assert notes.third_parties == []


@pytest.fixture
def context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser context: a device with a memory of its own."""
    made: list[BrowserContext] = []

    def make(size: dict[str, Any] = DESKTOP, **more: Any) -> BrowserContext:
        one = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **size, **more})
        one.set_default_timeout(PATIENCE)
        watch.over(one)
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


@pytest.fixture
def visit(context: Callable[..., BrowserContext], site: str) -> Visit:
    """Open the council's page on a new device; more tabs of it: `chat.page.context.new_page()`."""

    def open_page(size: dict[str, Any] = DESKTOP, **more: Any) -> Chat:
        page = context(size, **more).new_page()
        page.goto(site)
        return Chat(page)

    return open_page


@pytest.fixture
def page_of(context: Callable[..., BrowserContext], site: str, signpost: Any) -> Callable[..., Page]:
    """Open a page of the test's own making at the council's address; `body` may hold the chat's script."""

    def open_page(body: str, head: str = "", size: dict[str, Any] = DESKTOP, **more: Any) -> Page:
        # A made page has no address on the network, so Chromium takes it for a stranger to this machine.
        page = context(size, permissions=["local-network-access"], **more).new_page()
        html = f'<!doctype html><html lang="en-GB"><title>Page</title>{head}<body>{body}</body></html>'
        page.route(f"{site}/made", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(f"{site}/made")
        return page

    return open_page


@pytest.fixture
def script(signpost: Any) -> str:
    """The tag that a council puts on its page."""
    return f'<script src="{signpost.base}/widget/widget.js" defer></script>'


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """Keep a picture for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=SCREENSHOTS / f"{name}.png") and None
