"""The card's pages under hostile words, cries, other sites, haste and outage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.unit.gateway.call_back_pages import FORM, HOSTILE, TEXTS, kept, post, values, words


@pytest.mark.parametrize("action", ["review", "change", "send"])
def test_hostile_text_is_shown_as_text(client: FlaskClient, action: str) -> None:
    texts = {name: HOSTILE for name in (*TEXTS, "tried") if name not in ("phone", "email")}
    page = post(client, action, **texts, consent="").text
    assert "<script" not in page
    assert "<img" not in page
    assert HOSTILE in values(page)
    assert "{{ 7*7 }}" in values(page)


@pytest.mark.parametrize("name", ["council", "card_id", "action", "how", "when", "needs", "safe_message"])
def test_hostile_choices_are_no_choices(client: FlaskClient, name: str) -> None:
    for action in ("review", "change"):
        page = client.post("/call-back", data={**FORM, "action": action, name: HOSTILE})
        assert page.status_code in (200, 422)
        assert "<script" not in page.text


@pytest.mark.parametrize("action", ["review", "send", "change"])
def test_a_cry_in_a_card_is_answered_first(client: FlaskClient, action: str) -> None:
    page = post(client, action, wants="I want to kill myself", consent="yes").text
    assert '<div class="message safety" role="alert">' in page
    assert '<a href="tel:116123">116 123</a>' in page
    assert page.index("message safety") < page.index("<h1>")


def test_a_cry_does_not_keep_the_card_from_being_sent(client: FlaskClient, ledger_engine: Engine) -> None:
    assert post(client, "send", wants="I want to kill myself", consent="yes").status_code == 201
    assert len(kept(ledger_engine)) == 1


def test_without_the_knowledge_base_nothing_typed_is_lost(
    make_app: Callable[..., Flask], tmp_path: Any, ledger_engine: Engine
) -> None:
    client = make_app(kb_url=f"sqlite:///{tmp_path}/never-built.sqlite").test_client()
    assert client.get("/call-back").status_code == 200
    refused = post(client, "send", consent="yes")
    assert refused.status_code == 503
    assert "We cannot take a card just now." in words(refused.text)
    assert "What now?</textarea>" in refused.text
    assert '<option value="bathnes" selected>' in refused.text
    assert kept(ledger_engine) == []


def test_hostile_references_are_shown_as_text(client: FlaskClient) -> None:
    page = client.post("/call-back/withdraw", data={"reference": HOSTILE})
    assert page.status_code == 422
    assert "<script" not in page.text


@pytest.mark.parametrize("path", ["/call-back", "/call-back/withdraw"])
def test_a_form_on_another_site_is_refused(client: FlaskClient, ledger_engine: Engine, path: str) -> None:
    data = {**FORM, "action": "send", "consent": "yes"}
    refused = client.post(path, data=data, headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403
    assert kept(ledger_engine) == []


def test_the_pages_are_limited_too(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_address=2).test_client()
    assert [post(client, "review").status_code for _ in range(3)] == [200, 200, 429]
    assert client.post("/call-back/withdraw", data={}).status_code == 429
