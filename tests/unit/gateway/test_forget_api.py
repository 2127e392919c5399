"""Deleting through the API: done once, only with the secret, and then it looks like one that never was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.forget_api import DELETED
from gateway.problems import UNKNOWN_CONVERSATION


def path(chat: Any) -> str:
    return f"/api/conversations/{chat.id}"


def unknown(response: Any) -> bool:
    code, message, status = UNKNOWN_CONVERSATION
    said = {"error": {"code": code, "message": message}}
    return (response.status_code, response.get_json()) == (status, said)


def test_a_conversation_is_deleted_with_a_sentence(client: FlaskClient, chat: Any) -> None:
    chat.say("a question")
    response = client.delete(path(chat), headers=chat.headers)
    assert (response.status_code, response.get_json()) == (200, {"deleted": True, "sentence": DELETED})


def test_then_every_call_meets_an_unknown_conversation(client: FlaskClient, chat: Any) -> None:
    client.delete(path(chat), headers=chat.headers)
    calls = [
        client.delete(path(chat), headers=chat.headers),
        chat.read(),
        chat.say("hello"),
        client.post(f"{path(chat)}/feedback", json={}, headers=chat.headers),
        *(client.get(f"{path(chat)}/{what}", headers=chat.headers) for what in ("call-back", "sheet")),
        client.post(f"{path(chat)}/call-back", json={}, headers=chat.headers),
    ]
    assert [unknown(response) for response in calls] == [True] * len(calls)


@pytest.mark.parametrize("secret", [None, "", "Bearer ", "Bearer wrong", "Basic {secret}", "{secret}"])
def test_without_its_secret_nothing_is_deleted(client: FlaskClient, chat: Any, secret: str | None) -> None:
    chat.say("a question")
    headers = {} if secret is None else {"Authorization": secret.format(secret=chat.secret)}
    assert unknown(client.delete(path(chat), headers=headers))
    assert len(chat.read().get_json()["turns"]) == 1


def test_another_conversations_secret_deletes_nothing(
    client: FlaskClient, make_chat: Callable[..., Any]
) -> None:
    mine, other = make_chat(), make_chat()
    assert unknown(client.delete(path(mine), headers=other.headers))
    assert mine.read().status_code == 200


def test_the_upkeep_is_woken(app: Flask, client: FlaskClient, chat: Any) -> None:
    woken = app.extensions["signpost"].upkeep._woken
    assert not woken.is_set()
    client.delete(path(chat), headers=chat.headers)
    assert woken.is_set()


def test_a_card_of_the_conversation_can_still_be_taken_back(client: FlaskClient, chat: Any) -> None:
    card = {
        "card_id": "card-id-0000-0001",
        "council": "bathnes",
        "question": "What now?",
        "phone": "07700 900123",
        "how": "phone",
        "safe_message": "yes",
        "consent": True,
    }
    sent = client.post(f"{path(chat)}/call-back", json=card, headers=chat.headers)
    client.delete(path(chat), headers=chat.headers)
    taken = client.post("/api/call-backs/withdraw", json={"reference": sent.get_json()["reference"]})
    assert taken.get_json()["withdrawn"] is True


def test_deleting_counts_among_what_a_conversation_may_send(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_conversation=2).test_client()
    calls = [client.delete("/api/conversations/x") for _ in range(3)]
    assert [response.status_code for response in calls] == [404, 404, 429]
