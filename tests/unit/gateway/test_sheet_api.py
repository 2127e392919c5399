"""The sheet for programs: only with the secret, and a kind word while the knowledge base is away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask

GIVEN = {
    "kind": "answer",
    "topic": "senco_role",
    "answer": "senco_role/must-have-one",
    "council": "bathnes",
    "school": None,
}


def sheet(app: Flask, chat: Any, **headers: str) -> Any:
    path = f"/api/conversations/{chat.id}/sheet"
    return app.test_client().get(path, headers=headers or chat.headers)


def test_the_sheet_holds_what_was_answered(app: Flask, chat: Any, bot: Any) -> None:
    bot.says({"text": "Yes.", "custom": GIVEN})
    chat.say("does my school need a senco, zebedee asks")
    answer = sheet(app, chat)
    given = answer.get_json()
    assert answer.status_code == 200
    assert set(given) == {"title", "made_on", "items", "line", "note", "empty"}
    (item,) = given["items"]
    assert set(item) == {"title", "whom", "ask", "duty", "sources", "dates"}
    assert item["duty"]["level"] == "must"
    assert set(item["sources"][0]) == {"name", "url", "checked"}
    assert given["line"]["phone"] == "01225 394382"
    assert given["empty"] is None
    assert "zebedee" not in answer.text


def test_a_new_conversation_has_an_empty_sheet_with_its_own_line(
    app: Flask, make_chat: Callable[..., Any]
) -> None:
    given = sheet(app, make_chat("doncaster")).get_json()
    assert (given["items"], given["line"]["phone"]) == ([], None)
    assert given["empty"].startswith("There is nothing on your sheet yet.")


def test_without_the_secret_there_is_no_sheet(app: Flask, chat: Any) -> None:
    for secret in ("Bearer wrong", chat.secret, ""):
        assert sheet(app, chat, Authorization=secret).status_code == 404


def test_while_the_knowledge_base_is_away_the_parent_is_told(
    make_app: Callable[..., Flask], make_chat: Callable[..., Any], tmp_path: Path
) -> None:
    answer = sheet(make_app(kb_url=f"sqlite:///{tmp_path}/empty.sqlite"), make_chat())
    assert answer.status_code == 503
    assert answer.get_json()["error"]["message"].startswith("We cannot make your sheet just now.")
