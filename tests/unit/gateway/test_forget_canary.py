"""Of a deleted conversation no word is left: in no file of the ledger, no log, no later reply."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

CANARIES = ("Marmaduke", "xylophones", "quincunx", "zugzwang")
ANSWER = {
    "text": "quincunx",
    "buttons": [{"title": "Go on", "payload": "zugzwang"}],
    "custom": {"kind": "answer", "answer": "topic/name", "sources": []},
}


def found_in(folder: Path) -> set[str]:
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {canary for canary in CANARIES if canary.encode() in content}


@pytest.mark.parametrize("way", ["api", "page"])
def test_of_a_deleted_conversation_no_word_is_left(
    make_app: Callable[..., Flask],
    bot: Any,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: Any,
    way: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    bot.says(ANSWER)
    client = make_app().test_client()
    started = client.post("/api/conversations").get_json()
    headers = {"Authorization": f"Bearer {started['secret']}"}
    path = f"/api/conversations/{started['id']}"
    client.set_cookie("signpost_conversation", f"{started['id']}.{started['secret']}")
    # Long ones too: SQLite keeps those on pages of their own.
    for number, more in enumerate(("", " and so on" * 300, " again")):
        body = {"client_id": f"client-{number:04}", "text": f"Marmaduke throws xylophones{more}"}
        assert client.post(f"{path}/messages", json=body, headers=headers).status_code == 200
    client.post(f"{path}/feedback", json={"turn": 1, "answer": "topic/name", "helped": True}, headers=headers)
    assert found_in(tmp_path) == set(CANARIES)
    gone = client.post("/delete") if way == "page" else client.delete(path, headers=headers)
    assert gone.status_code == 200
    assert found_in(tmp_path) == set()
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    later = [gone, client.get("/"), client.get(f"{path}/messages", headers=headers), client.get("/delete")]
    said = [dump, *(response.text for response in later), caplog.text, *capfd.readouterr()]
    assert [canary for canary in CANARIES for words in said if canary in words] == []
