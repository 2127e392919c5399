"""The page without JavaScript: asking, pressing, reading again; nothing hostile gets in or out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gateway.page import EXIT

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(1)> {{ 7*7 }} \' "'
SHALL_I = {"text": "Shall I?", "buttons": [{"title": "Go <on>", "payload": "/affirm"}]}


def ask(client: FlaskClient, text: str = "a question", **form: str) -> Any:
    return client.post("/messages", data={"text": text, **form})


def field(page: str, name: str) -> str:
    return re.findall(rf'name="{name}" value="([^"]*)"', page)[-1]


def words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_a_first_visit_offers_a_box_and_the_councils_and_keeps_nothing(client: FlaskClient) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert '<textarea name="text"' in response.text
    assert '<option value="bathnes">Bath &amp; North East Somerset</option>' in response.text
    assert "Set-Cookie" not in response.headers


def test_a_question_leads_back_to_its_reply(client: FlaskClient) -> None:
    sent = ask(client, "what is a SENCO?")
    assert (sent.status_code, sent.location) == (303, "/#turn-1")
    page = client.get("/").text
    assert 'id="turn-1"' in page
    assert "what is a SENCO?" in page
    assert "Hello from the bot." in page


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = ask(client).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Secure" not in cookie


def test_behind_https_the_cookie_never_travels_in_the_clear(make_app: Callable[..., Flask]) -> None:
    assert "Secure" in ask(make_app(secure_cookies=True).test_client()).headers["Set-Cookie"]


def test_later_questions_join_the_same_conversation(client: FlaskClient, bot: Any) -> None:
    for text in ("one", "two"):
        ask(client, text)
    assert len({asked["sender"] for asked in bot.asked}) == 1
    assert 'id="turn-2"' in client.get("/").text


def test_the_chosen_council_goes_with_the_question(client: FlaskClient, bot: Any) -> None:
    ask(client, council="bathnes")
    assert bot.asked[0]["metadata"] == {"council": "bathnes"}


def test_a_council_that_is_not_on_the_list_is_refused(client: FlaskClient, bot: Any) -> None:
    assert ask(client, council="atlantis").status_code == 422
    assert bot.asked == []


def test_sending_the_same_form_twice_asks_once(client: FlaskClient, bot: Any) -> None:
    form = {"client_id": field(client.get("/").text, "client_id")}
    for _ in range(2):
        assert ask(client, **form).location == "/#turn-1"
    assert len(bot.asked) == 1


@pytest.mark.parametrize("client_id", ["", "short", "x" * 65, "nul\x00nul\x00nul", '"><script>'])
def test_a_form_id_that_fits_nothing_is_replaced(client: FlaskClient, bot: Any, client_id: str) -> None:
    for _ in range(2):
        assert ask(client, client_id=client_id).status_code == 303
    assert len(bot.asked) == 2


@pytest.mark.parametrize("what", ["question", "reply", "button"])
def test_hostile_text_is_shown_as_text(client: FlaskClient, bot: Any, what: str) -> None:
    if what == "reply":
        bot.says({"text": f"{HOSTILE}\n- {HOSTILE} 111", "custom": {"kind": "answer"}})
    if what == "button":
        bot.says({"text": "Shall I?", "buttons": [{"title": HOSTILE, "payload": HOSTILE}]})
    ask(client, HOSTILE if what == "question" else "a question")
    page = client.get("/").text
    assert "<script" not in page
    assert "<img" not in page
    assert HOSTILE in words(page)


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "Please type a question first."), ("</textarea><script>" + "x" * 4000, "4,019 characters")],
)
def test_an_unfit_question_is_shown_again_with_what_to_do(client: FlaskClient, text: str, said: str) -> None:
    response = ask(client, text)
    assert response.status_code == 422
    assert said in response.text
    assert 'aria-invalid="true"' in response.text
    assert "</textarea><script>" not in response.text
    assert text in words(response.text)


def test_hidden_data_is_named_and_not_shown(client: FlaskClient) -> None:
    ask(client, "ring 07700 900123")
    page = client.get("/").text
    assert "900123" not in page
    assert "we did not keep this part: phone" in page


def test_a_button_of_the_latest_reply_can_be_pressed(client: FlaskClient, bot: Any) -> None:
    bot.says(SHALL_I)
    ask(client)
    page = client.get("/").text
    assert '<button name="button" value="1-1">Go &lt;on&gt;</button>' in page
    bot.says({"text": "Done."})
    assert ask(client, "", button="1-1").location == "/#turn-2"
    assert bot.asked[1]["payload"] == "/affirm"
    assert 'name="button"' not in client.get("/").text


def test_an_unknown_button_is_refused_on_the_page(client: FlaskClient, bot: Any) -> None:
    response = ask(client, "", button="7-7")
    assert response.status_code == 422
    assert "That button is not known here." in response.text
    assert bot.asked == []


@pytest.mark.parametrize("site", ["cross-site", "same-site", "rubbish", ""])
@pytest.mark.parametrize("path", ["/messages", "/new"])
def test_a_form_on_another_site_is_refused(client: FlaskClient, bot: Any, path: str, site: str) -> None:
    ask(client)
    response = client.post(path, data={"text": "mischief"}, headers={"Sec-Fetch-Site": site})
    assert response.status_code == 403
    assert "Please use the form on this page." in response.text
    assert len(bot.asked) == 1
    assert 'id="turn-1"' in client.get("/").text


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_form_on_this_page_is_taken(client: FlaskClient, site: str) -> None:
    assert client.post("/messages", data={"text": "hi"}, headers={"Sec-Fetch-Site": site}).status_code == 303


def test_the_page_can_be_opened_from_another_site(client: FlaskClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_a_new_conversation_leaves_the_old_one_behind(client: FlaskClient) -> None:
    ask(client, "what is a SENCO?")
    assert client.post("/new").status_code == 303
    page = client.get("/").text
    assert "what is a SENCO?" not in page
    assert 'name="council"' in page


def test_someone_elses_id_in_the_cookie_shows_nothing(app: Flask, chat: Any) -> None:
    chat.say("what is a SENCO?")
    stranger = app.test_client()
    stranger.set_cookie("signpost_conversation", f"{chat.id}.wrong")
    assert "what is a SENCO?" not in stranger.get("/").text


def test_to_leave_is_to_be_elsewhere_and_forgotten_here_but_kept(client: FlaskClient) -> None:
    ask(client)
    cookie = client.get_cookie("signpost_conversation")
    assert cookie
    response = client.get("/leave")
    assert (response.status_code, response.headers["Location"]) == (303, EXIT)
    assert client.get_cookie("signpost_conversation") is None
    client.set_cookie("signpost_conversation", cookie.value)
    assert "a question" in client.get("/").text


def test_another_site_cannot_end_the_conversation(client: FlaskClient) -> None:
    ask(client)
    assert client.get("/leave", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 303
    assert client.get_cookie("signpost_conversation")


def test_the_number_of_the_advice_line_stands_over_the_conversation(client: FlaskClient) -> None:
    assert 'class="line"' not in client.get("/").text
    ask(client, council="bathnes")
    assert '<a href="tel:01225394382">01225 394382</a>' in client.get("/").text


def test_an_answer_says_how_strong_it_is_and_asks_whether_it_helped(client: FlaskClient, bot: Any) -> None:
    custom = {"kind": "answer", "answer": "senco_role/x", "duty": "should", "sources": []}
    bot.says({"text": "Yes.", "custom": custom})
    ask(client)
    page = client.get("/").text
    assert '<p class="duty">The Code of Practice says</p>' in page
    assert "Did this help?" in page
    client.post("/feedback", data={"turn": "1", "answer": "senco_role/x", "pressed": "yes"})
    assert "Thank you." in client.get("/?thanks=1").text
