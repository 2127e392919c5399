"""The chat API through HTTP: conversations, messages, and what it refuses."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask import Flask

GO_ON = {"title": "Go on", "payload": "/affirm"}


def code(response: Any) -> str:
    error = response.get_json()["error"]
    assert error["message"]
    return error["code"]


@pytest.mark.parametrize("body", [None, b"{}", b'{"council": null}'])
def test_a_conversation_starts_without_a_council(app: Flask, body: bytes | None) -> None:
    response = app.test_client().post("/api/conversations", data=body)
    assert response.status_code == 201
    started = response.get_json()
    assert re.fullmatch(r"[0-9a-f-]{36}", started["id"])
    assert len(started["secret"]) >= 40
    assert started["council"] is None


def test_a_conversation_starts_with_the_council_of_its_page(make_chat: Any, bot: Any) -> None:
    make_chat("bathnes").say("hello")
    assert bot.asked[0]["metadata"] == {"council": "bathnes"}


def test_every_conversation_has_its_own_id_and_secret(make_chat: Any) -> None:
    first, second = make_chat(), make_chat()
    assert first.id != second.id
    assert first.secret != second.secret


@pytest.mark.parametrize("council", ["atlantis", "", "elsewhere", 5, True, ["bathnes"], {}, "\ud800", "\x00"])
def test_a_council_that_is_not_known_is_refused(app: Flask, council: Any) -> None:
    response = app.test_client().post("/api/conversations", json={"council": council})
    assert (response.status_code, code(response)) == (422, "unknown_council")


def test_a_message_gives_its_turn(chat: Any) -> None:
    response = chat.say("My number is 07700 900123.")
    assert response.status_code == 200
    assert response.get_json() == {
        "number": 1,
        "client_id": "client-0001",
        "text": "My number is [phone].",
        "hidden": ["phone"],
        "status": "answered",
        "messages": [{"text": "Hello from the bot."}],
        "shown": {
            "hidden": "phone",
            "messages": [
                {
                    "blocks": [{"lines": [["Hello from the bot."]], "listed": False, "lang": "", "dir": ""}],
                    "kind": "text",
                    "answer": "",
                    "duty": "",
                    "sources": [],
                    "links": [],
                }
            ],
            "buttons": [],
        },
        "line": None,
    }


def test_the_line_of_the_area_comes_with_each_reply_and_each_reading(make_chat: Any) -> None:
    chat = make_chat("bathnes")
    sent, read = chat.say("hello").get_json()["line"], chat.read().get_json()["line"]
    assert sent == read
    assert (sent["phone"], sent["area"]) == ("01225 394382", "Bath & North East Somerset")


def test_the_line_is_that_of_the_whole_conversation_also_when_only_a_part_is_read(
    make_chat: Any, bot: Any
) -> None:
    chat = make_chat()
    bot.says({"text": "Yes."}, {"custom": {"kind": "answer", "council": "bathnes"}})
    chat.say("hello")
    assert chat.read(after="1").get_json()["line"]["phone"] == "01225 394382"


def test_sending_again_gives_the_identical_reply(chat: Any, bot: Any) -> None:
    body = {"client_id": "client-0001", "text": "a question"}
    first = chat.post(body)
    bot.says({"text": "Something else."})
    assert chat.post(body).data == first.data
    assert len(bot.asked) == 1


def test_sending_again_after_a_failure_gives_the_identical_safe_reply(chat: Any, bot: Any) -> None:
    bot.gives(b"", 500)
    body = {"client_id": "client-0001", "text": "a question"}
    first = chat.post(body)
    bot.says({"text": "Back again."})
    assert first.get_json()["status"] == "failed"
    assert chat.post(body).data == first.data


def test_a_button_is_pressed_by_its_id(chat: Any, bot: Any) -> None:
    bot.says({"text": "Shall I?", "buttons": [GO_ON]})
    (button,) = chat.say("a question").get_json()["messages"][0]["buttons"]
    turn = chat.press(button["id"]).get_json()
    assert (turn["number"], turn["text"], turn["status"]) == (2, "Go on", "answered")
    assert bot.asked[1]["payload"] == "/affirm"


@pytest.mark.parametrize("button", ["1-1", "9-9", "", "/affirm", "/restart", "Go on", "1-\ud800", "x" * 9000])
def test_an_unknown_button_is_refused(chat: Any, bot: Any, button: str) -> None:
    chat.say("a question")
    response = chat.press(button)
    assert (response.status_code, code(response)) == (422, "unknown_button")
    assert len(bot.asked) == 1


@pytest.mark.parametrize("typed", ["/restart", '/inform{"council": "bathnes"}', "/session_start"])
def test_a_typed_command_stays_text(chat: Any, bot: Any, typed: str) -> None:
    assert chat.say(typed).get_json()["text"] == typed
    assert bot.asked[0]["text"] == typed
    assert "payload" not in bot.asked[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\ud800b", "ab"), ("\udfff?", "?"), ("a\x00b", "ab"), ("\u202eabc", "abc"), ("x" * 4000, "x" * 4000)],
)
def test_odd_characters_are_taken_out_and_the_rest_is_answered(
    chat: Any, bot: Any, typed: str, kept: str
) -> None:
    response = chat.say(typed)
    assert (response.status_code, response.get_json()["text"]) == (200, kept)
    assert bot.asked[0]["text"] == kept


def test_a_surrogate_in_raw_bytes_is_taken_out(chat: Any) -> None:
    response = chat.post(b'{"client_id": "client-0001", "text": "a\xed\xa0\x80b"}')
    assert (response.status_code, response.get_json()["text"]) == (200, "ab")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("\x00\ud800", "empty"),
        ("x" * 4001, "too_long"),
        ("x" * 60_000, "too_long"),
    ],
)
def test_an_unfit_text_is_refused_and_not_kept(chat: Any, bot: Any, typed: str, named: str) -> None:
    response = chat.say(typed)
    assert (response.status_code, code(response)) == (422, named)
    assert chat.read().get_json() == {"turns": [], "line": None}
    assert bot.asked == []


def test_a_body_that_is_too_large_is_refused(chat: Any) -> None:
    response = chat.say("é" * 60_000)
    assert (response.status_code, code(response)) == (413, "request_entity_too_large")


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"hello", b"\xff\xfe", b"[" * 60_000, b'{"a": ' * 9000]
    + [json.dumps(value).encode() for value in (None, 5, "text", [], [{"text": "a"}], True)]
    + [b'{"client_id": ' + b"9" * 5000 + b"}", b"\x00"],
)
def test_a_body_that_is_no_json_object_is_refused(chat: Any, raw: bytes) -> None:
    response = chat.post(raw)
    assert (response.status_code, code(response)) == (400, "not_json")


@pytest.mark.parametrize(
    "client_id",
    [None, 12345678, "", "short", "x" * 65, "with space", "quote'12345", "\ud80012345678", "\x0012345678"]
    + ["ümlaut123", "line12345\n", ["client-0001"], {}, True],
)
def test_a_client_id_of_another_kind_is_refused(chat: Any, client_id: Any) -> None:
    response = chat.post({"client_id": client_id, "text": "a question"})
    assert (response.status_code, code(response)) == (422, "client_id")


@pytest.mark.parametrize(
    "said",
    [{}, {"text": None}, {"text": 5}, {"text": ["a"]}, {"text": {"a": 1}}, {"text": True}, {"button": 1}]
    + [{"button": ["1-1"]}, {"text": "a", "button": "1-1"}, {"text": "a", "button": 5}, {"TEXT": "a"}],
)
def test_neither_or_both_of_text_and_button_is_refused(chat: Any, said: dict[str, Any]) -> None:
    response = chat.post({"client_id": "client-0001", **said})
    assert (response.status_code, code(response)) == (422, "text_or_button")


def test_the_conversation_can_be_read_again_from_any_point(chat: Any) -> None:
    sent = [chat.say(f"question {number}").get_json() for number in range(3)]
    line = {turn.pop("line") for turn in sent}.pop()
    assert chat.read().get_json() == {"turns": sent, "line": line}
    assert chat.read("1").get_json() == {"turns": sent[1:], "line": line}
    assert chat.read("3").get_json() == {"turns": [], "line": line}


@pytest.mark.parametrize("after", ["", "-1", "x", "1.5", "²", "1e3", "9" * 9, "\x00"])
def test_a_point_that_is_no_number_is_refused(chat: Any, after: str) -> None:
    response = chat.read(after)
    assert (response.status_code, code(response)) == (422, "after")
