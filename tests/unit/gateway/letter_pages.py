"""How the tests fill in the letter page and read what comes back."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HOSTILE = '</textarea><script>alert("1")</script><img src=x onerror=alert(1)> {{ 7*7 }} {name} \' "'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FULL = {
    "who": "parent",
    "council": "bathnes",
    "needs": ["communication", "sensory"],
    "child": "Sam Example",
    "birth_day": "14",
    "birth_month": "May",
    "birth_year": "2016",
    "school": "Hill School",
    "hard": "Long words.\r\n\r\nLoud rooms.",
    "tried": "A small group.",
    "why": "It did not help.",
    "evidence": "A report",
    "writer": "Ann Example",
    "address": "1 High Street\r\nTown",
    "contact": "ann@example.org",
}


def write(client: FlaskClient, action: str = "show", **typed: Any) -> TestResponse:
    """Send the form as a browser does."""
    data = {"action": action, **typed}
    return client.post("/letter", data=data, content_type="multipart/form-data")


class Form(HTMLParser):
    """The controls of a page by name: ids, labels, types, and which of them are chosen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.controls: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.ids: list[str] = []
        self.described: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "label":
            self.labelled.add(found["for"])
        if tag in ("input", "textarea", "select") and found.get("type") != "hidden":
            self.controls.append(found)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.described |= set((found.get("aria-describedby") or "").split())

    def chosen(self, name: str) -> list[str | None]:
        return [found["value"] for found in self.controls if found.get("name") == name and "checked" in found]


def value(page: str, name: str) -> str:
    """Give what a box holds; HTML drops the first line end of a textarea."""
    found = re.search(rf'<input[^>]* name="{name}"[^>]*? value="([^"]*)"', page) or re.search(
        rf'<textarea name="{name}"[^>]*>\n(.*?)</textarea>', page, re.S
    )
    assert found is not None
    return html.unescape(found[1])


def letter_text(page: str) -> str:
    found = re.search(r'<textarea id="copy"[^>]*>\n(.*?)</textarea>', page, re.S)
    assert found is not None
    return html.unescape(found[1])
