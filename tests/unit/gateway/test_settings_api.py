"""What a client is told before it asks anything."""

from __future__ import annotations

from flask import Flask

from casework.feedback import REASONS
from gateway.statements import LINKS
from gateway.words import LONGEST


def test_a_client_learns_councils_length_reasons_in_their_order_and_statements(app: Flask) -> None:
    given = app.test_client().get("/api/settings").get_json()
    assert {"id": "bathnes", "name": "Bath & North East Somerset"} in given["councils"]
    assert given["longest"] == LONGEST
    assert list(given["reasons"].items()) == list(REASONS.items())
    assert given["statements"] == LINKS


def test_each_statement_is_there(app: Flask) -> None:
    for link in LINKS:
        assert app.test_client().get(link["href"]).status_code == 200
