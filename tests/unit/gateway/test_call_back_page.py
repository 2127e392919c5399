"""The card on plain pages: filled in, read again before it is sent, nothing lost, taken back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from casework.card_problems import CHOOSE_HOW, CHOOSE_SAFE, CONSENT
from gateway.card_desk import CHOOSE_COUNCIL, NOT_WITHDRAWN, TAKEN_BACK, WITHDRAWN
from tests.unit.gateway.call_back_pages import ANSWER, FORM, TEXTS, kept, post, sent_on, values, words


def test_the_card_opens_without_a_conversation_and_asks_for_the_council(client: FlaskClient) -> None:
    page = client.get("/call-back")
    assert page.status_code == 200
    assert '<option value="bathnes">' in page.text
    assert "selected" not in page.text
    assert "checked" not in page.text
    assert "Set-Cookie" not in page.headers


def test_the_card_is_filled_in_from_the_cookies_conversation(client: FlaskClient, bot: Any) -> None:
    bot.says(ANSWER)
    client.post("/messages", data={"text": "how <long> does it take?"})
    page = client.get("/call-back").text
    assert "how &lt;long&gt; does it take?" in page
    assert "One. Two.</textarea>" in page
    assert '<option value="bathnes" selected>' in page
    assert "It may take some days." in page


def test_where_no_card_can_go_no_form_is_offered_but_the_way_to_the_line(client: FlaskClient) -> None:
    client.post("/messages", data={"text": "hello", "council": "doncaster"})
    page = client.get("/call-back").text
    assert "We cannot pass a card on in Doncaster yet." in words(page)
    assert "<form" not in page
    assert '<select name="council"' in client.get("/call-back?area=other").text


def test_every_field_has_a_label_and_every_id_is_there_once(client: FlaskClient) -> None:
    for page in (
        client.get("/call-back").text,
        post(client, "review").text,
        post(client, "review", how="").text,
    ):
        ids = re.findall(r'\bid="([^"]*)"', page)
        assert len(ids) == len(set(ids))
        labelled = set(re.findall(r'<label for="([^"]*)"', page))
        fields = re.findall(r"<(?:input|textarea|select)\b[^>]*>", page)
        shown = [field for field in fields if 'type="hidden"' not in field]
        assert shown
        for field in shown:
            assert re.search(r'\bid="([^"]*)"', field)[1] in labelled  # type: ignore[index]
        for described in re.findall(r'aria-describedby="([^"]*)"', page):
            assert set(described.split()) <= set(ids)
        assert "<script" not in page
        assert "style=" not in page


def test_before_it_is_sent_the_parent_reads_exactly_what_is_sent(
    client: FlaskClient, ledger_engine: Engine
) -> None:
    review = post(client, "review")
    assert review.status_code == 200
    shown = words(review.text)
    for name in TEXTS:
        assert FORM[name] in shown
    for part in ("Talked to the teacher", "Wrote a letter", "Morning", "An interpreter", "Phone call",
                 "No, please do not leave a message", "Bath & North East Somerset"):  # fmt: skip
        assert part in shown
    assert "Sendias Bathnes" in shown
    assert 'name="consent"' in review.text
    assert "checked" not in review.text
    assert kept(ledger_engine) == []


def test_from_review_to_reference_nothing_is_lost(
    client: FlaskClient, app: Flask, ledger_engine: Engine
) -> None:
    carried = sent_on(post(client, "review").text)
    done = client.post("/call-back", data={**carried, "action": "send", "consent": "yes"})
    assert done.status_code == 201
    (row,) = kept(ledger_engine)
    card = app.extensions["signpost"].desk.call_backs.open(row.id)
    for name in TEXTS:
        assert getattr(card, name) == FORM[name]
    assert card.tried == ("Talked to the teacher", "Wrote a letter")
    assert (card.when, card.needs) == (("morning",), ("interpreter", "bsl"))
    assert (card.how, card.safe_message, card.consent) == ("phone", "no", True)


def test_nothing_is_sent_without_the_parents_yes(client: FlaskClient, ledger_engine: Engine) -> None:
    refused = post(client, "send")
    assert refused.status_code == 422
    assert CONSENT in words(refused.text)
    assert 'href="#consent"' in refused.text
    assert sent_on(refused.text)["question"] == ["What now?"]
    assert kept(ledger_engine) == []


def test_a_reload_of_the_last_page_sends_nothing_twice(client: FlaskClient, ledger_engine: Engine) -> None:
    pages = [post(client, "send", consent="yes").text for _ in range(2)]
    references = [re.search(r'class="reference">([^<]*)<', page)[1] for page in pages]  # type: ignore[index]
    assert references[0] == references[1]
    assert len(kept(ledger_engine)) == 1


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"council": ""}, "council", CHOOSE_COUNCIL),
        ({"council": "atlantis"}, "council", CHOOSE_COUNCIL),
        ({"council": "doncaster"}, "council", "We cannot pass a card on in Doncaster yet."),
        ({"council": "elsewhere"}, "council", "We cannot pass a card on in your area yet."),
        ({"how": ""}, "how", CHOOSE_HOW),
        ({"safe_message": ""}, "safe_message", CHOOSE_SAFE),
        ({"phone": "07700 90012"}, "phone", "This number has 10 digits; a UK number has 11."),
        ({"email": "sam at home"}, "email", "An e-mail address has one @"),
        ({"needs_note": ""}, "needs_note", "Please say which language"),
        ({"question": "x" * 2001}, "question", "This has 2,001 characters. Please shorten it to 2,000."),
    ],
)
@pytest.mark.parametrize("action", ["review", "send"])
def test_what_is_wrong_is_said_beside_the_field_and_all_that_was_typed_is_still_there(
    client: FlaskClient, ledger_engine: Engine, changes: dict[str, str], field: str, said: str, action: str
) -> None:
    refused = post(client, action, consent="yes", **changes)
    assert refused.status_code == 422
    assert f'<a href="#{field}">' in refused.text
    assert f'id="{field}-problem"' in refused.text
    assert f'id="{field}"' in refused.text
    assert words(refused.text).count(said) == 2
    assert "<title>Problem: " in refused.text
    for name, value in {**FORM, **changes}.items():
        if name in TEXTS and value:
            assert value in values(refused.text)
    assert refused.text.count(" checked>") == 5 - (field in ("how", "safe_message"))
    assert "Talked to the teacher\nWrote a letter" in refused.text
    assert kept(ledger_engine) == []


def test_going_back_to_change_something_loses_nothing_and_complains_of_nothing(client: FlaskClient) -> None:
    page = post(client, "change", phone="12")
    assert page.status_code == 200
    assert "Problem" not in page.text
    assert 'value="12"' in page.text
    assert "What now?</textarea>" in page.text
    assert 'value="card-id-0000-0001"' in page.text


def test_a_card_is_taken_back_on_its_page(client: FlaskClient, ledger_engine: Engine) -> None:
    done = post(client, "send", consent="yes").text
    reference = re.search(r'class="reference">([^<]*)<', done)[1]  # type: ignore[index]
    assert 'href="/call-back/withdraw"' in done
    assert 'name="reference"' in client.get("/call-back/withdraw").text
    taken = client.post("/call-back/withdraw", data={"reference": reference})
    assert (taken.status_code, WITHDRAWN in words(taken.text)) == (200, True)
    assert kept(ledger_engine)[0].sealed is None
    again = client.post("/call-back/withdraw", data={"reference": reference})
    assert (again.status_code, NOT_WITHDRAWN in words(again.text)) == (422, True)
    assert f'value="{reference}"' in again.text


def test_a_withdrawn_card_sent_by_an_old_page_is_refused_with_all_words_kept(client: FlaskClient) -> None:
    done = post(client, "send", consent="yes").text
    reference = re.search(r'class="reference">([^<]*)<', done)[1]  # type: ignore[index]
    client.post("/call-back/withdraw", data={"reference": reference})
    refused = post(client, "send", consent="yes")
    assert refused.status_code == 409
    assert TAKEN_BACK[1] in words(refused.text)
    assert "What now?</textarea>" in refused.text


def test_nothing_is_promised(client: FlaskClient) -> None:
    for page in (client.get("/call-back"), post(client, "review"), post(client, "send", consent="yes")):
        said = words(page.text).lower()
        assert "connecting" not in said
        assert "will call you" not in said
        assert "will ring you" not in said
