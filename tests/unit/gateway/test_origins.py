"""Other sites: exactly those that were named, for the API and the widget only, and never with cookies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

COUNCIL = "https://www.council.example"
OPEN = "Access-Control-Allow-Origin"
PATHS = ["/api/settings", "/widget/widget.js"]


@pytest.fixture
def client(make_app: Callable[..., Flask]) -> FlaskClient:
    return make_app(origins=(COUNCIL, "http://127.0.0.1:8002")).test_client()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", [COUNCIL, "http://127.0.0.1:8002"])
def test_a_named_site_may_read(client: FlaskClient, path: str, origin: str) -> None:
    response = client.get(path, headers={"Origin": origin})
    assert response.status_code == 200
    assert response.headers[OPEN] == origin
    assert "Origin" in ", ".join(response.headers.getlist("Vary"))
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "https://www.council.example.evil.example",
        "https://wwwxcouncil.example",
        "http://www.council.example",
        "https://www.council.example:444",
        "https://sub.www.council.example",
        "null",
        "",
    ],
)
def test_any_other_site_may_not(client: FlaskClient, path: str, origin: str) -> None:
    assert OPEN not in client.get(path, headers={"Origin": origin}).headers


def test_what_a_browser_asks_first_is_answered_for_the_calls_there_are(client: FlaskClient) -> None:
    asked = {
        "Origin": COUNCIL,
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    response = client.options("/api/conversations/some-id", headers=asked)
    assert response.headers[OPEN] == COUNCIL
    assert "DELETE" in response.headers["Access-Control-Allow-Methods"]
    assert "PUT" not in response.headers["Access-Control-Allow-Methods"]
    allowed = response.headers["Access-Control-Allow-Headers"].lower()
    assert "authorization" in allowed
    assert "content-type" in allowed


def test_an_error_can_be_read_by_a_named_site_too(client: FlaskClient) -> None:
    response = client.get("/api/conversations/nobody/messages", headers={"Origin": COUNCIL})
    assert (response.status_code, response.headers[OPEN]) == (404, COUNCIL)


@pytest.mark.parametrize("path", ["/", "/delete", "/meeting-sheet", "/call-back", "/privacy", "/health"])
def test_the_pages_are_for_no_other_site(client: FlaskClient, path: str) -> None:
    assert OPEN not in client.get(path, headers={"Origin": COUNCIL}).headers


def test_where_no_site_is_named_none_may_read(app: Flask) -> None:
    response = app.test_client().get("/api/settings", headers={"Origin": COUNCIL})
    assert OPEN not in response.headers
