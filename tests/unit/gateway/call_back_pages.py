"""How the tests fill in the call-back card on plain pages and read what comes back."""

from __future__ import annotations

import html
import re
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from casework.models import CallBackRow

HOSTILE = '<script>alert("1")</script></textarea><img src=x onerror=alert(1)> {{ 7*7 }} \' "'
ANSWER = {"text": "One. Two. Three.", "custom": {"kind": "answer", "answer": "x/y", "council": "bathnes"}}
FORM: dict[str, Any] = {
    "card_id": "card-id-0000-0001",
    "council": "bathnes",
    "question": "What now?",
    "said": "Ask the SENCO.",
    "tried": "Talked to the teacher\r\nWrote a letter",
    "wants": "a meeting",
    "name": "Sam",
    "phone": "07700 900123",
    "email": "sam@example.org",
    "how": "phone",
    "when": ["morning"],
    "when_note": "not Fridays",
    "needs": ["interpreter", "bsl"],
    "needs_note": "Polish",
    "safe_message": "no",
}
TEXTS = ("question", "said", "wants", "name", "phone", "email", "when_note", "needs_note")


def post(client: FlaskClient, action: str, **changes: Any) -> Any:
    return client.post("/call-back", data={**FORM, "action": action, **changes})


def words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def values(page: str) -> str:
    """The page with its character references resolved, attributes and all."""
    return html.unescape(page)


def kept(engine: Engine) -> list[CallBackRow]:
    with Session(engine) as session:
        return list(session.scalars(select(CallBackRow)))


def sent_on(page: str) -> dict[str, Any]:
    """What a browser sends from the review page."""
    found: dict[str, Any] = {}
    for field in re.findall(r'<input type="hidden"[^>]*>', page):
        name, value = re.search(r'name="([^"]*)" value="([^"]*)"', field, re.DOTALL).groups()  # type: ignore[union-attr]
        found.setdefault(name, []).append(html.unescape(value))
    return found
