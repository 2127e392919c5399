"""Every page of the gateway as a parent meets it, rendered on the knowledge base and an empty ledger."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, template_rendered
from flask.testing import FlaskClient

from benchmarks.passages import of_page
from casework.ledger import Question
from gateway.app import create_app
from gateway.page import COOKIE
from gateway.settings import Settings
from privacy.found import KINDS

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "gateway/templates"
NOBODY = "http://127.0.0.1:9"  # the bot is away, so that the safe reply is read too
KEY = "a key that seals nothing but a page to be read"
CARD = {
    "card_id": "card-id-0000-0001",
    "council": "bathnes",
    "question": "Who can help?",
    "name": "Sam",
    "how": "phone",
    "phone": "07700 900123",
    "safe_message": "yes",
}
# Where each form leads, filled in well and badly. In this order: the first begins a conversation.
FORMS: list[tuple[str, dict[str, str]]] = [
    ("/messages", {"text": "Who can help my child?", "council": "bathnes"}),
    ("/messages", {"text": ""}),
    ("/call-back", {}),
    ("/call-back", CARD),
    ("/call-back", {**CARD, "action": "send"}),
    ("/call-back", {**CARD, "action": "send", "consent": "yes"}),
    ("/call-back/withdraw", {"reference": "nothing"}),
    ("/letter", {"birth_day": "40"}),
    ("/letter", {"council": "bathnes", "child": "Sam"}),
    ("/nowhere", {}),
]
# Then this conversation goes, and another begins where we hold no number of the advice line.
LAST: list[tuple[str, dict[str, str]]] = [
    ("/delete", {}),
    ("/new", {}),
    ("/messages", {"text": "Who can help my child?", "council": "blackburn"}),
]
ANSWER = {
    "text": "Ask the SENCO.",
    "buttons": [{"title": "What next?", "payload": "/affirm", "id": "2-1"}],
    "custom": {
        "kind": "answer",
        "topic": "senco_role",
        "answer": "senco_role/what-senco-does",
        "council": "bathnes",
        "school": None,
        "duty": "must",
        "sources": [],
    },
}


def pages(kb_url: str, safety_file: Path, **changes: Any) -> dict[str, list[str]]:
    """Give the passages that each template showed on a walk through all pages, each passage once.

    `changes` are other settings by name. Templates that only others include are read where they are included.
    """
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"sqlite:///{folder}/ledger.sqlite"
        app = create_app(Settings(ledger, kb_url, safety_file, NOBODY, KEY, (KEY,), **changes))
        return _walk(app)


def whole_pages() -> set[str]:
    """Give the names of the templates that are pages of their own."""
    return {
        path.name for path in TEMPLATES.glob("*.html") if "{% extends" in path.read_text(encoding="utf-8")
    }


def _walk(app: Flask) -> dict[str, list[str]]:
    client, shown = app.test_client(), []
    read: dict[str, dict[str, None]] = {}

    def note(_: Flask, template: Any, **__: Any) -> None:
        shown.append(template.name)

    def visit(response: Any) -> None:
        if response.mimetype == "text/html" and shown:
            read.setdefault(shown[-1], {}).update(dict.fromkeys(of_page(response.text)))

    with template_rendered.connected_to(note, app):
        for path in _addresses(app):
            visit(client.get(path))
        for path, fields in FORMS:
            visit(client.post(path, data=fields, follow_redirects=True))
        _answer(app, client)
        for path in _addresses(app):
            visit(client.get(path))
        for path, fields in LAST:
            visit(client.post(path, data=fields, follow_redirects=True))
        visit(client.get("/call-back"))
    return {name: list(passages) for name, passages in sorted(read.items())}


def _answer(app: Flask, client: FlaskClient) -> None:
    """Put an answer into the client's conversation, as the bot would."""
    cookie = client.get_cookie(COOKIE)
    conversation = cookie.value.partition(".")[0] if cookie else ""
    ledger, now = app.extensions["signpost"].ledger, datetime.now(UTC)
    turn = ledger.receive(conversation, Question("answered-question", "Who helps?", hidden=KINDS), now)
    ledger.finish(conversation, turn.number, [ANSWER], now)


def _addresses(app: Flask) -> list[str]:
    rules = (
        rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments
    )
    # To leave is to forget the conversation, and no page.
    return sorted(rule.rule for rule in rules if not rule.rule.startswith(("/api", "/leave")))
