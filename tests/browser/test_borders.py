"""Who may talk to whom: policies, other origins, third parties; and how little is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

QUESTION = "How long does the council have to decide about an EHC assessment?"
ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 20_000  # compressed
ASK = """async ([address, headers]) => {
  try {
    const how = headers ? { headers } : { method: "POST", body: "{}" };
    const response = await fetch(address, how);
    return await response.text();
  } catch (error) {
    return `refused: ${error.name}`;
  }
}"""


def test_the_whole_way_asks_nobody_else_and_breaks_no_policy(
    visit: Any, watch: Any, signpost: Any, site: str
) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    chat.ask("number for the advice line")
    chat.menu("Meeting sheet")
    chat.button("Back to the chat").click()
    chat.menu("Ask for a call back")
    chat.button("Back to the chat").click()
    assert {f"http://{urlsplit(url).netloc}" for url in watch.requested} == {signpost.base, site}
    # The watch's own end looks for errors and for third parties; here, that policies were really on.
    policy = requests.get(site, timeout=5).headers["Content-Security-Policy"]
    assert "'unsafe-inline'" not in policy
    assert "'unsafe-eval'" not in policy


def test_a_refused_style_would_be_noticed(visit: Any, watch: Any) -> None:
    chat = visit()
    chat.page.evaluate(
        "document.body.append(Object.assign(document.createElement('style'), {textContent: 'p{}'}))"
    )
    chat.page.wait_for_timeout(100)
    assert any("Content Security Policy" in error for error in watch.unexpected)
    watch.errors.clear()


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example"]
)
def test_another_origin_is_told_nothing(signpost: Any, origin: str) -> None:
    parent = signpost.parent()
    address = f"{signpost.base}/api/conversations/{parent.id}/messages"
    for send in (requests.options, requests.get, requests.post):
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST", **parent.headers}
        response = send(address, headers=asked, timeout=5)
        assert "Access-Control-Allow-Origin" not in response.headers


def test_the_councils_origin_is_let_in_without_cookies(signpost: Any, site: str) -> None:
    asked = {
        "Origin": site,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    response = requests.options(f"{signpost.base}/api/conversations", headers=asked, timeout=5)
    assert response.headers["Access-Control-Allow-Origin"] == site
    assert "Access-Control-Allow-Credentials" not in response.headers


def test_a_page_elsewhere_cannot_read_an_answer(context: Any, signpost: Any, watch: Any) -> None:
    watch.allow("CORS", "ERR_FAILED")
    watch.origins |= {"http://elsewhere.example"}
    page = context().new_page()
    page.route(
        "http://elsewhere.example/**",
        lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"),
    )
    page.goto("http://elsewhere.example/")
    parent = signpost.parent()
    address = f"{signpost.base}/api/conversations"
    assert page.evaluate(ASK, [address, None]).startswith("refused")
    assert page.evaluate(ASK, [f"{address}/{parent.id}/messages", parent.headers]).startswith("refused")


def test_no_cookie_travels_with_the_chat(visit: Any) -> None:
    chat = visit().open()
    chat.ask(QUESTION)
    assert chat.page.context.cookies() == []


def test_the_gateways_page_cannot_be_framed_elsewhere(signpost: Any) -> None:
    policy = requests.get(signpost.base, timeout=5).headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy


def test_all_of_the_chat_is_small(signpost: Any) -> None:
    names = [path.name for path in (ROOT / "widget").glob("*.js")]
    assert len(names) > 1
    sizes = {}
    for name in names:
        address, asked = f"{signpost.base}/widget/{name}", {"Accept-Encoding": "gzip, br"}
        with requests.get(address, headers=asked, stream=True, timeout=5) as response:
            sizes[name] = len(response.raw.read(decode_content=False))
    assert sum(sizes.values()) <= MOST_BYTES, sizes
