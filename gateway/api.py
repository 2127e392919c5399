"""The chat API: JSON in, JSON out; a conversation's secret travels in the Authorization header."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request
from werkzeug.exceptions import BadRequest

from casework.ledger import Conversation, Turn
from gateway.problems import UNKNOWN_CONVERSATION, Refused
from gateway.services import Services
from gateway.showing import show_turn

routes = Blueprint("api", __name__, url_prefix="/api")
CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


def services() -> Services:
    """Give what `create_app` put together."""
    return current_app.extensions["signpost"]  # type: ignore[no-any-return]


@routes.post("/conversations")
def start() -> tuple[Response, int]:
    """Begin a conversation. Body (optional): {"council": id}. Gives {"id", "secret"}."""
    body = json_body(optional=True)
    council = body.get("council")
    if council is not None and (not isinstance(council, str) or council not in services().council_ids()):
        raise Refused(
            "unknown_council",
            "That council is not known. Leave it out, or use one of the known ids.",
        )
    conversation, secret = services().start(council)
    return jsonify(id=conversation.id, council=conversation.council, secret=secret), 201


@routes.post("/conversations/<conversation_id>/messages")
def send(conversation_id: str) -> Response:
    """Send {"client_id", "text"} or {"client_id", "button"}. The same client id gives the same reply."""
    conversation = asked_conversation(conversation_id)
    body = json_body()
    client_id, text, button = (
        body.get("client_id"),
        body.get("text"),
        body.get("button"),
    )
    if not isinstance(client_id, str) or not CLIENT_ID.fullmatch(client_id):
        raise Refused(
            "client_id",
            "client_id must be 8 to 64 letters, digits, hyphens or underscores.",
        )
    if isinstance(text, str) and button is None:
        return _answered(conversation, services().turns.typed(conversation, client_id, text))
    if isinstance(button, str) and text is None:
        return _answered(conversation, services().turns.pressed(conversation, client_id, button))
    raise Refused("text_or_button", "Send either text or button, as a string.")


@routes.get("/conversations/<conversation_id>/messages")
def read(conversation_id: str) -> Response:
    """Give the turns after number `after` (default 0), so that a page can be shown again."""
    conversation = asked_conversation(conversation_id)
    after = request.args.get("after", "0")
    if not after.isdecimal() or len(after) > 8:
        raise Refused("after", "after must be the number of a turn.")
    turns = services().ledger.turns(conversation.id)
    asked = [turn_json(turn) for turn in turns if turn.number > int(after)]
    return jsonify(turns=asked, line=services().lines.of(conversation, turns))


def _answered(conversation: Conversation, turn: Turn) -> Response:
    line = services().lines.of(conversation, services().ledger.turns(conversation.id))
    return jsonify({**turn_json(turn), "line": line})


def turn_json(turn: Turn) -> dict[str, Any]:
    """Give a turn as clients see it; `hidden` names the kinds of personal data that were taken out.

    `shown` is the reply made ready: blocks with numbers to ring, duty, sources, links, buttons.
    """
    return {
        "shown": show_turn(turn, services().known.contacts()).as_json(),
        "number": turn.number,
        "client_id": turn.client_id,
        "text": turn.text,
        "hidden": list(turn.hidden),
        "status": turn.status.value,
        "messages": turn.reply,
    }


def asked_conversation(conversation_id: str) -> Conversation:
    """Give the conversation whose secret the request carries. Raises Refused."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    found = services().ledger.find(conversation_id, secret) if scheme == "Bearer" else None
    if found is None:
        raise Refused(*UNKNOWN_CONVERSATION)
    return found


def json_body(optional: bool = False) -> dict[str, Any]:
    """Give the request's JSON object; with `optional`, an empty one for an empty body. Raises Refused."""
    if optional and not request.get_data():
        return {}
    try:
        body = request.get_json(force=True)
    except (BadRequest, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Refused("not_json", "The body must be a JSON object in UTF-8.", 400)
    return body
