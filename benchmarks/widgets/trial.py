"""One widget on a bare page: what it costs, whether a keyboard is enough, what axe finds, what is said."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, TimeoutError

from benchmarks.widgets.contenders import Contender
from benchmarks.widgets.looking import LOOKING

QUESTION = "number for the advice line"
ANSWER = "Which council area"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOADS = 7
PATIENCE = 6_000  # ms
MOST_TABS = 40


@dataclass
class Found:
    """Times in ms (medians), sizes in bytes as sent; `axe_*` are rules broken; None was not reached."""

    usable: float = 0
    opened: float | None = None
    size: int = 0
    requests: int = 0
    third: set[str] = field(default_factory=set)
    axe_open: list[str] | None = None
    axe_answered: list[str] | None = None
    region: bool = False
    announced: bool = False
    keyboard: dict[str, bool | None] = field(default_factory=dict)


def trial(browser: Browser, site: str, gateway: str, contender: Contender) -> Found:
    """Try a widget; `site` serves its page and `gateway` is ours."""
    found = Found()
    times = [_load(browser, site, contender) for _ in range(LOADS)]
    found.usable = statistics.median(usable for usable, _ in times)
    opened = [one for _, one in times if one is not None]
    found.opened = statistics.median(opened) if opened else None
    _cost(browser, site, gateway, contender, found)
    _mouse(browser, site, contender, found)
    _keyboard(browser, site, contender, found)
    return found


def _page(browser: Browser) -> Page:
    page = browser.new_context(locale="en-GB", reduced_motion="reduce").new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(LOOKING)
    return page


def _load(browser: Browser, site: str, contender: Contender) -> tuple[float, float | None]:
    page = _page(browser)
    page.goto(site + contender.page, wait_until="commit")
    usable = page.evaluate("part => bench.when(part)", contender.launcher or contender.box)
    opened = None
    if contender.launcher:
        page.evaluate(
            "addEventListener('click', () => { window.clicked = performance.now(); }, { capture: true })"
        )
        page.locator(contender.launcher).first.click()
        opened = page.evaluate("async part => await bench.when(part) - clicked", contender.box)
    page.context.close()
    return usable, opened


def _cost(browser: Browser, site: str, gateway: str, contender: Contender, found: Found) -> None:
    page = _page(browser)
    done: list[Request] = []
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.on("requestfinished", lambda request: done.append(request))
    page.goto(site + contender.page)
    _open(page, contender)
    page.wait_for_timeout(1000)
    urls = [url for url in urls if url.startswith("http") and url != site + contender.page]
    found.requests = len(urls)
    found.third = {urlsplit(url).netloc for url in urls} - {urlsplit(site).netloc, urlsplit(gateway).netloc}
    found.size = sum(request.sizes()["responseBodySize"] for request in done if request.url in urls)
    page.context.close()


def _mouse(browser: Browser, site: str, contender: Contender, found: Found) -> None:
    page = _page(browser)
    page.goto(site + contender.page)
    page.evaluate("bench.listen()")
    _open(page, contender)
    found.axe_open = _axe(page)
    before = page.evaluate("bench.regions().length")
    box = page.locator(contender.box).first
    box.click()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    if _appears(page, contender.reply):
        page.wait_for_timeout(500)
        found.region = before > 0
        found.announced = page.evaluate("words => bench.heard.some(text => text.includes(words))", ANSWER)
        found.axe_answered = _axe(page)
    page.context.close()


def _keyboard(browser: Browser, site: str, contender: Contender, found: Found) -> None:
    page = _page(browser)
    page.goto(site + contender.page)
    page.evaluate("part => bench.when(part)", contender.launcher or contender.box)
    keys = found.keyboard
    keys["open"] = None
    if contender.launcher:
        keys["open"] = _press(page, lambda: _at(page, contender.launcher)) and _appears(page, contender.box)
        if not keys["open"]:
            _open(page, contender)
    keys["send"] = _at(page, contender.box) or _tab(page, lambda: _at(page, contender.box))
    if not keys["send"]:
        page.locator(contender.box).first.click()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    keys["send"] = _appears(page, contender.reply) and keys["send"]
    title = page.evaluate("part => bench.seen(part)?.textContent.trim()", contender.reply)
    gone = "([part, title]) => !bench.all(part).some(one => one.textContent.trim() === title)"
    reached = bool(title) and _press(page, lambda: _at(page, contender.reply))
    keys["quick reply"] = reached and _true(page, gone, [contender.reply, title])
    keys["close"] = _closes(page, contender) if contender.launcher else None
    page.context.close()


def _closes(page: Page, contender: Contender) -> bool:
    shut = "part => !bench.seen(part)"
    page.keyboard.press("Escape")
    if _true(page, shut, contender.box, 1500):
        return True

    def closer() -> bool:
        name = str(page.evaluate("bench.focused().name")).lower()
        return any(word in name for word in contender.closers) or _at(page, contender.launcher)

    return _press(page, closer) and _true(page, shut, contender.box, 1500)


def _open(page: Page, contender: Contender) -> None:
    if contender.launcher:
        page.evaluate("part => bench.when(part)", contender.launcher)
        if not page.evaluate("part => Boolean(bench.seen(part))", contender.box):
            page.locator(contender.launcher).first.click()
    page.evaluate("part => bench.when(part)", contender.box)


def _press(page: Page, there: Callable[[], bool]) -> bool:
    """Tab to it, either way around, and press Enter."""
    if there() or _tab(page, there, "Shift+Tab") or _tab(page, there):
        page.keyboard.press("Enter")
        return True
    return False


def _tab(page: Page, there: Callable[[], bool], key: str = "Tab") -> bool:
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        if there():
            return True
    return False


def _at(page: Page, selector: str) -> bool:
    return bool(page.evaluate("part => bench.at(part)", selector))


def _appears(page: Page, selector: str) -> bool:
    return _true(page, "part => Boolean(bench.seen(part))", selector)


def _true(page: Page, test: str, arg: object, patience: int = PATIENCE) -> bool:
    try:
        page.wait_for_function(test, arg=arg, timeout=patience)
    except TimeoutError:
        return False
    return True


def _axe(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    return [one["id"] for one in Axe().run(page, options=options).response["violations"]]
