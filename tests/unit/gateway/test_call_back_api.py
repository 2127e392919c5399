"""The call-back card for programs: offered, checked, sent once, taken back; and for this parent only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from casework.models import CallBackRow
from gateway.call_back_api import CHECK_CARD
from gateway.card_desk import CHOOSE_COUNCIL, NOT_WITHDRAWN, TAKEN_BACK, WITHDRAWN

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CARD: dict[str, Any] = {
    "card_id": "card-id-0000-0001",
    "council": "bathnes",
    "question": "What now?",
    "phone": "07700 900123",
    "how": "phone",
    "safe_message": "yes",
    "consent": True,
}
CRY = "I want to kill myself"


@pytest.fixture
def ask(client: FlaskClient, chat: Any) -> Callable[..., Any]:
    """Send a card with parts changed by name."""
    path = f"/api/conversations/{chat.id}/call-back"
    return lambda **changes: client.post(path, json={**CARD, **changes}, headers=chat.headers)


def kept(engine: Engine) -> list[CallBackRow]:
    with Session(engine) as session:
        return list(session.scalars(select(CallBackRow)))


def withdraw(client: FlaskClient, reference: Any) -> Any:
    return client.post("/api/call-backs/withdraw", json={"reference": reference})


@time_machine.travel(SUNDAY, tick=False)
def test_the_card_is_offered_with_what_the_conversation_holds(
    client: FlaskClient, make_chat: Callable[..., Any], bot: Any
) -> None:
    bot.says(
        {"text": "One. Two. Three.", "custom": {"kind": "answer", "answer": "x/y", "council": "bathnes"}}
    )
    chat = make_chat()
    chat.say("how long? ring me on 07700 900123")
    offered = client.get(f"/api/conversations/{chat.id}/call-back", headers=chat.headers).get_json()
    assert offered["card"]["question"] == "how long? ring me on [phone]"
    assert offered["card"]["said"] == "One. Two."
    assert (offered["card"]["consent"], offered["card"]["phone"]) == (False, "")
    assert offered["council"] == "bathnes"
    assert offered["councils"] == [{"id": "bathnes", "name": "Bath & North East Somerset"}]
    assert offered["choices"]["how"] == {"phone": "Phone call", "text": "Text message", "email": "E-mail"}
    assert offered["longest"]["question"] == 2000
    assert offered["line"]["takes_cards"] is True
    assert (offered["line"]["open_now"], offered["line"]["next_open"]) == (False, "2026-11-23T10:00:00+00:00")
    assert "It may take some days." in offered["line"]["sentence"]


def test_where_no_card_can_go_the_offer_says_so(client: FlaskClient, make_chat: Callable[..., Any]) -> None:
    chat = make_chat("doncaster")
    line = client.get(f"/api/conversations/{chat.id}/call-back", headers=chat.headers).get_json()["line"]
    assert (line["takes_cards"], line["phone"]) == (False, None)
    assert line["sentence"].startswith("We cannot pass a card on in Doncaster yet.")


def test_without_an_area_no_line_is_named(client: FlaskClient, chat: Any) -> None:
    offered = client.get(f"/api/conversations/{chat.id}/call-back", headers=chat.headers).get_json()
    assert (offered["council"], offered["line"]) == (None, None)


@pytest.mark.parametrize(("moment", "opens"), [(SUNDAY, "2026-11-23T10:00:00+00:00"), (MONDAY_NOON, None)])
def test_a_card_is_kept_and_its_reference_given_with_the_true_state_of_the_line(
    ask: Callable[..., Any], ledger_engine: Engine, chat: Any, moment: datetime, opens: str | None
) -> None:
    with time_machine.travel(moment, tick=False):
        sent = ask()
    assert sent.status_code == 201
    assert set(sent.get_json()) == {"reference", "line_opens", "sentence", "urgent"}
    assert len(sent.get_json()["reference"]) == 14
    assert sent.get_json()["line_opens"] == opens
    assert "ring 01225 394382" in sent.get_json()["sentence"]
    assert sent.get_json()["urgent"] == []
    (row,) = kept(ledger_engine)
    assert (row.conversation_id, row.council, row.status) == (chat.id, "bathnes", "waiting")


def test_the_same_card_sent_again_is_kept_once(ask: Callable[..., Any], ledger_engine: Engine) -> None:
    references = {ask().get_json()["reference"] for _ in range(3)}
    assert len(references) == 1
    assert len(kept(ledger_engine)) == 1
    assert ask(card_id="card-id-0000-0002").get_json()["reference"] not in references


def test_what_is_wrong_is_said_field_by_field_and_nothing_is_kept(
    ask: Callable[..., Any], ledger_engine: Engine
) -> None:
    refused = ask(council=None, phone="07700 90012", consent=False)
    assert refused.status_code == 422
    error = refused.get_json()["error"]
    assert (error["code"], error["message"]) == ("card", CHECK_CARD)
    assert set(error["fields"]) == {"council", "phone", "consent"}
    assert error["fields"]["council"] == CHOOSE_COUNCIL
    assert kept(ledger_engine) == []


@pytest.mark.parametrize(
    ("council", "sentence"),
    [
        ("doncaster", "We cannot pass a card on in Doncaster yet."),
        ("elsewhere", "We cannot pass a card on in your area yet."),
        ("atlantis", CHOOSE_COUNCIL),
        ("\ud800", CHOOSE_COUNCIL),
        (7, CHOOSE_COUNCIL),
        ("", CHOOSE_COUNCIL),
    ],
)
def test_a_card_goes_only_where_someone_reads_it(
    ask: Callable[..., Any], ledger_engine: Engine, council: Any, sentence: str
) -> None:
    refused = ask(council=council)
    assert refused.status_code == 422
    assert list(refused.get_json()["error"]["fields"]) == ["council"]
    assert refused.get_json()["error"]["fields"]["council"].startswith(sentence)
    assert kept(ledger_engine) == []


@pytest.mark.parametrize(
    "card_id", [None, 7, "", "short", "x" * 15, "x" * 65, "a card id with spaces", "é" * 20]
)
def test_a_card_id_that_could_be_guessed_is_refused(ask: Callable[..., Any], card_id: Any) -> None:
    refused = ask(card_id=card_id)
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (422, "card_id")


@pytest.mark.parametrize(
    "changes", [{"phone": 7}, {"when": "morning"}, {"consent": "yes"}, {"tried": [None]}]
)
def test_parts_of_the_wrong_type_are_refused(ask: Callable[..., Any], changes: dict[str, Any]) -> None:
    refused = ask(**changes)
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (422, "card_fields")


def test_a_stranger_cannot_see_or_send_a_card_here(client: FlaskClient, chat: Any, make_chat: Any) -> None:
    chat.say("what is a SENCO?")
    path = f"/api/conversations/{chat.id}/call-back"
    for headers in ({}, make_chat().headers, {"Authorization": "Bearer x"}):
        assert client.get(path, headers=headers).status_code == 404
        assert client.post(path, json=CARD, headers=headers).status_code == 404


def test_a_cry_in_a_card_gets_the_safety_message_and_the_card_is_kept(
    ask: Callable[..., Any], ledger_engine: Engine
) -> None:
    sent = ask(wants=CRY)
    assert sent.status_code == 201
    text, custom = sent.get_json()["urgent"]
    assert custom == {"custom": {"kind": "safety", "route": "adult_crisis"}}
    assert "116 123" in text["text"]
    assert len(kept(ledger_engine)) == 1


def test_a_cry_is_answered_also_where_the_card_is_not_taken(
    make_app: Callable[..., Flask], ask: Callable[..., Any], tmp_path: Any
) -> None:
    assert ask(wants=CRY, phone="1").get_json()["urgent"][1]["custom"]["route"] == "adult_crisis"
    client = make_app(kb_url=f"sqlite:///{tmp_path}/never-built.sqlite").test_client()
    chat = client.post("/api/conversations").get_json()
    headers = {"Authorization": f"Bearer {chat['secret']}"}
    path = f"/api/conversations/{chat['id']}/call-back"
    refused = client.post(path, json={**CARD, "wants": CRY}, headers=headers)
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (503, "cannot_now")
    assert "call Samaritans" in refused.get_json()["urgent"][0]["text"]


def test_a_card_is_taken_back_with_its_reference_once(
    client: FlaskClient, ask: Callable[..., Any], ledger_engine: Engine
) -> None:
    reference = ask().get_json()["reference"]
    assert withdraw(client, reference.lower()).get_json() == {"withdrawn": True, "sentence": WITHDRAWN}
    assert kept(ledger_engine)[0].sealed is None
    again, wrong = withdraw(client, reference), withdraw(client, "2222-2222-2222")
    assert again.get_json() == wrong.get_json() == {"withdrawn": False, "sentence": NOT_WITHDRAWN}
    assert again.status_code == wrong.status_code == 200


def test_a_withdrawn_card_does_not_come_back(client: FlaskClient, ask: Callable[..., Any]) -> None:
    withdraw(client, ask().get_json()["reference"])
    refused = ask()
    assert refused.status_code == 409
    assert refused.get_json()["error"] == {"code": TAKEN_BACK[0], "message": TAKEN_BACK[1], "fields": {}}


@pytest.mark.parametrize("reference", [None, 7, ["x"], {}])
def test_a_reference_of_the_wrong_type_is_refused(client: FlaskClient, reference: Any) -> None:
    assert withdraw(client, reference).status_code == 422


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff", b"[" * 5000, b'"x"', b"{"])
def test_rubbish_is_no_server_error(client: FlaskClient, chat: Any, raw: bytes) -> None:
    for path in (f"/api/conversations/{chat.id}/call-back", "/api/call-backs/withdraw"):
        assert client.post(path, data=raw, headers=chat.headers).status_code == 400


def test_guessing_references_is_slowed_down(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_address=2).test_client()
    assert [withdraw(client, "x").status_code for _ in range(3)] == [200, 200, 429]


def test_cards_count_as_messages_of_their_conversation(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_conversation=1).test_client()
    chat = client.post("/api/conversations").get_json()
    path, headers = (
        f"/api/conversations/{chat['id']}/call-back",
        {"Authorization": f"Bearer {chat['secret']}"},
    )
    assert [client.post(path, json=CARD, headers=headers).status_code for _ in range(2)] == [201, 429]
