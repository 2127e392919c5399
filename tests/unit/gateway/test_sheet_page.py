"""The sheet without JavaScript: to read, to print and to write on."""

from __future__ import annotations

from html import unescape
from typing import Any

from flask import Flask

from gateway.page import COOKIE

GIVEN = {"kind": "answer", "topic": "senco_role", "answer": "senco_role/must-have-one", "council": "bathnes"}


def page(app: Flask, chat: Any = None) -> str:
    client = app.test_client()
    if chat:
        client.set_cookie(COOKIE, f"{chat.id}.{chat.secret}")
    answer = client.get("/meeting-sheet")
    assert answer.status_code == 200
    return unescape(answer.text)


def test_the_page_shows_questions_people_law_and_the_line(app: Flask, chat: Any, bot: Any) -> None:
    bot.says({"text": "Yes.", "custom": GIVEN})
    chat.say("does my school need a senco, zebedee asks")
    shown = page(app, chat)
    for words in (
        "<h1>What to ask at the meeting</h1>",
        "Does every school have to have a SENCO?",
        "Ask the SENCO:",
        "<li>Is my child on SEN support?</li>",
        "The law says: ",
        '<a href="tel:01225394382">01225 394382</a>',
        'class="write"',
        "Your own words are not on this sheet",
        '<a href="/">Back to the chat</a>',
    ):
        assert words in shown
    assert "zebedee" not in shown
    assert "<script" not in shown


def test_without_a_conversation_the_page_says_how_to_begin(app: Flask) -> None:
    shown = page(app)
    assert "There is nothing on your sheet yet." in shown
    assert 'class="write"' not in shown
    assert "tel:01225394382" not in shown


def test_a_wrong_secret_shows_an_empty_sheet(app: Flask, chat: Any, bot: Any) -> None:
    bot.says({"text": "Yes.", "custom": GIVEN})
    chat.say("does my school need a senco")
    client = app.test_client()
    client.set_cookie(COOKIE, f"{chat.id}.wrong")
    assert "There is nothing on your sheet yet." in client.get("/meeting-sheet").text


def test_in_print_there_is_room_to_write_and_no_menu(app: Flask) -> None:
    with app.test_client().get("/static/page.css") as answer:
        css = answer.text
    assert ".write { display: none; }" in css
    assert "@page { size: A4" in css
    assert ".write { display: block; }" in css
