"""Whose conversation it is: only the secret opens it, and a refusal tells nothing."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from flask import Flask

BODY = {"client_id": "client-0001", "text": "a question"}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "shown",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Basic {secret}",
        "{secret}",
        "bearer {secret}",
        "Bearer {secret}x",
    ]
    + ["Bearer  {secret}", "Bearer {id}", "Bearer \u00fc\u00ff"],
)
def test_a_wrong_secret_opens_nothing(app: Flask, chat: Any, bot: Any, method: str, shown: str) -> None:
    header = shown.format(secret=chat.secret, id=chat.id)
    send = getattr(app.test_client(), method)
    response = send(chat.path, json=BODY, headers={"Authorization": header})
    assert response.status_code == 404
    assert response.get_json()["error"]["code"] == "unknown_conversation"
    assert bot.asked == []
    assert chat.read().get_json()["turns"] == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_anothers_secret_opens_nothing(app: Flask, make_chat: Any, bot: Any, method: str) -> None:
    mine, other = make_chat(), make_chat()
    response = getattr(app.test_client(), method)(other.path, json=BODY, headers=mine.headers)
    assert response.status_code == 404
    assert bot.asked == []


def test_a_request_without_the_header_opens_nothing(app: Flask, chat: Any) -> None:
    assert app.test_client().get(chat.path).status_code == 404


@pytest.mark.parametrize("name", [str(uuid.uuid4()), "x", "%00", "%ED%A0%80", "%FF", "'; drop table turn"])
def test_an_unknown_conversation_sounds_like_a_wrong_secret(app: Flask, chat: Any, name: str) -> None:
    client, wrong = app.test_client(), {"Authorization": "Bearer wrong"}
    unknown = client.get(f"/api/conversations/{name}/messages", headers=chat.headers)
    assert unknown.status_code == 404
    assert unknown.data == client.get(chat.path, headers=wrong).data


def test_a_button_of_anothers_conversation_is_unknown(make_chat: Any, bot: Any) -> None:
    bot.says({"text": "Shall I?", "buttons": [{"title": "Go on", "payload": "/affirm"}]})
    mine, other = make_chat(), make_chat()
    button = other.say("a question").get_json()["messages"][0]["buttons"][0]["id"]
    assert mine.press(button).get_json()["error"]["code"] == "unknown_button"


def test_the_same_client_id_in_two_conversations_is_two_messages(make_chat: Any, bot: Any) -> None:
    chats = make_chat(), make_chat()
    for chat in chats:
        chat.post(BODY)
    assert [asked["sender"] for asked in bot.asked] == [chat.id for chat in chats]
