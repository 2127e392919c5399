"""The council's page of the demonstration: strict, from its own origin, and nothing else of the machine."""

from __future__ import annotations

import pytest
from werkzeug.test import Client

from demo.serve import CouncilSite

GATEWAY = "http://127.0.0.1:8000"


@pytest.fixture
def client() -> Client:
    return Client(CouncilSite(GATEWAY))


def test_the_page_loads_the_widget_by_one_tag(client: Client) -> None:
    page = client.get("/").text
    assert page.count("<script") == 1
    assert f'<script src="{GATEWAY}/widget/widget.js" data-council="bathnes" defer></script>' in page
    assert "style=" not in page
    assert "$gateway" not in page


def test_without_javascript_there_is_a_link(client: Client) -> None:
    assert f'<noscript><p><a href="{GATEWAY}/">' in client.get("/").text


def test_its_rules_allow_nothing_inline_and_no_other_host(client: Client) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert f"script-src {GATEWAY};" in policy
    assert f"connect-src {GATEWAY};" in policy
    assert "default-src 'none'" in policy
    for loose in ("unsafe", "*", "https:", "blob:"):
        assert loose not in policy


@pytest.mark.parametrize("path", ["/serve.py", "/../serve.py", "/pages", "/%2e%2e/serve.py", "/nothing.html"])
def test_nothing_else_is_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_style_sheet_is_one(client: Client) -> None:
    response = client.get("/council.css")
    assert (response.status_code, response.mimetype) == (200, "text/css")
