"""Deleting without JavaScript: it says what it means, asks, does it, and forgets the cookie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

DONE = "Your conversation is deleted"
NOTHING = "There is nothing to delete"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A parent who has asked one question."""
    client = app.test_client()
    client.post("/messages", data={"text": "what is a SENCO?"})
    return client


def test_the_page_says_what_goes_what_stays_and_that_it_is_for_good(client: FlaskClient) -> None:
    page = client.get("/delete").text
    assert "<h1>Delete this conversation?</h1>" in page
    for said in ("all you asked", "This stays: a call-back card", "You cannot undo this."):
        assert said in page
    assert '<form method="post" action="/delete"><button' in page
    assert 'href="/call-back/withdraw"' in page
    assert "what is a SENCO?" in client.get("/").text


def test_the_button_deletes_and_forgets_the_cookie(client: FlaskClient, app: Flask) -> None:
    cookie = client.get_cookie("signpost_conversation").value
    response = client.post("/delete")
    assert response.status_code == 200
    assert DONE in response.text
    assert "<form" not in response.text
    assert client.get_cookie("signpost_conversation") is None
    old = app.test_client()
    old.set_cookie("signpost_conversation", cookie)
    assert "what is a SENCO?" not in old.get("/").text


def test_pressing_again_finds_nothing_more(client: FlaskClient) -> None:
    client.post("/delete")
    again = client.post("/delete")
    assert (again.status_code, NOTHING in again.text, DONE in again.text) == (200, True, False)
    assert NOTHING in client.get("/delete").text


@pytest.mark.parametrize("cookie", ["x", ".", "{id}.wrong", '"\\000.\\377"'])
def test_a_wrong_cookie_deletes_nothing(app: Flask, chat: Any, cookie: str) -> None:
    chat.say("a question")
    stranger = app.test_client()
    stranger.set_cookie("signpost_conversation", cookie.format(id=chat.id))
    assert NOTHING in stranger.post("/delete").text
    assert len(chat.read().get_json()["turns"]) == 1


@pytest.mark.parametrize("site", ["cross-site", "same-site", "rubbish", ""])
def test_a_form_on_another_site_deletes_nothing(client: FlaskClient, site: str) -> None:
    response = client.post("/delete", headers={"Sec-Fetch-Site": site})
    assert (response.status_code, "Please use the form on this page." in response.text) == (403, True)
    assert "what is a SENCO?" in client.get("/").text


def test_deleting_counts_among_what_a_conversation_may_send(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_conversation=1).test_client()
    assert [client.post("/delete").status_code for _ in range(2)] == [200, 429]
