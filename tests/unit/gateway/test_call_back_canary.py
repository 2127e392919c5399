"""What is typed into a card is nowhere in plain text: no file, no log, no other reply, not with the bot."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

CARD: dict[str, Any] = {
    "card_id": "card-id-0000-0001",
    "council": "bathnes",
    "question": "Marmaduke throws xylophones",
    "said": "quincunx",
    "tried": ["Zebedee"],
    "wants": "wibble",
    "name": "Griselda Plumptre",
    "phone": "07700 900123",
    "email": "griselda@example.org",
    "how": "phone",
    "when_note": "Frobdays",
    "needs": ["bsl"],
    "needs_note": "Klingon",
    "safe_message": "no",
    "consent": True,
}
CANARIES = (
    "Marmaduke",
    "quincunx",
    "Zebedee",
    "wibble",
    "Griselda",
    "900123",
    "griselda@",
    "Frobdays",
    "Klingon",
)


def test_what_is_typed_into_a_card_is_nowhere_to_be_found(
    make_app: Callable[..., Flask], bot: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    app = make_app()
    client = app.test_client()
    chat = client.post("/api/conversations").get_json()
    headers = {"Authorization": f"Bearer {chat['secret']}"}
    path = f"/api/conversations/{chat['id']}/call-back"
    form = {**CARD, "tried": "Zebedee", "consent": "yes", "action": "send", "card_id": "page-card-0000-0001"}
    references = [client.post(path, json=CARD, headers=headers).get_json()["reference"]]
    refused = client.post(path, json={**CARD, "phone": "07700 9001234", "how": "text"}, headers=headers)
    done = client.post("/call-back", data=form)
    later = [
        client.get(path, headers=headers),
        client.get(f"/api/conversations/{chat['id']}/messages", headers=headers),
        client.post("/messages", data={"text": "hello"}),
        client.get("/"),
        client.get("/call-back"),
        client.post("/api/call-backs/withdraw", json={"reference": "2222-2222-2222"}),
    ]
    assert done.status_code == 201
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name.endswith("-wal") for file in files)
    seen = {f"file {file.name}": file.read_bytes() for file in files}
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        seen["dump"] = "\n".join(connection.iterdump()).encode()
    connection.close()
    seen["logs"] = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records).encode()
    seen["output"] = "".join(capfd.readouterr()).encode()
    seen["bot"] = json.dumps(bot.asked).encode()
    seen["cookies and headers"] = f"{done.headers} {refused.headers}".encode()
    seen["later replies"] = b"".join(response.data for response in later)
    seen["error"] = refused.data
    assert b"hello" in seen["bot"]
    assert b"call_back" in seen["dump"]
    for place, content in seen.items():
        for canary in (*CANARIES, *references):
            assert canary.encode() not in content, place


def test_a_failing_database_puts_no_word_of_a_card_into_the_logs(
    app: Flask, ledger_engine: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with ledger_engine.begin() as connection:
        connection.exec_driver_sql("drop table call_back")
    form = {**CARD, "tried": "Zebedee", "consent": "yes", "action": "send"}
    response = app.test_client().post("/call-back", data=form)
    assert response.status_code == 500
    assert "request failed: OperationalError" in caplog.text
    for canary in CANARIES:
        assert canary not in caplog.text
        assert canary not in response.text
