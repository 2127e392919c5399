"""The call-back card for programs: what it would say, sending it, taking it back."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, jsonify

from casework.card import HOW, NEEDS, SAFE, WHEN
from casework.card_problems import LONGEST
from gateway.api import asked_conversation, json_body, services
from gateway.card_desk import NOT_WITHDRAWN, WITHDRAWN
from gateway.card_fields import card_from_json
from gateway.card_lines import CardLine
from gateway.problems import Refused

routes = Blueprint("call_back_api", __name__, url_prefix="/api")
CARD_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
CHECK_CARD = "Please check the card: some parts need a change before it can be sent."


@routes.get("/conversations/<conversation_id>/call-back")
def offer(conversation_id: str) -> Response:
    """Give the card filled in from the conversation, what can be chosen, and the advice line as it is now."""
    desk, moment = services().desk, datetime.now(UTC)
    card, council = desk.offer(asked_conversation(conversation_id))
    line = desk.lines.line(council, moment) if council else None
    return jsonify(
        card=asdict(card),
        council=council,
        councils=[{"id": one.council, "name": one.area} for one in desk.lines.receivers(moment)],
        line=_line_json(line) if line else None,
        choices={"how": HOW, "when": WHEN, "needs": NEEDS, "safe_message": SAFE},
        longest=LONGEST,
    )


@routes.post("/conversations/<conversation_id>/call-back")
def send(conversation_id: str) -> tuple[Response, int]:
    """Keep a card: {"card_id", "council", parts of the card}. The same card_id gives the same reference.

    Gives 201 {"reference", "line_opens", "sentence", "urgent"}, or 422 with a sentence for each field.
    """
    conversation = asked_conversation(conversation_id)
    desk, body, moment = services().desk, json_body(), datetime.now(UTC)
    card_id, council = body.get("card_id"), body.get("council")
    if not isinstance(card_id, str) or not CARD_ID.fullmatch(card_id):
        raise Refused("card_id", "card_id must be 16 to 64 letters, digits, hyphens or underscores.")
    card = card_from_json(body)
    urgent = desk.urgent(card, conversation)
    try:
        problems, line = desk.check(card, council if isinstance(council, str) else None, moment)
        if line is None or problems:
            error = {"code": "card", "message": CHECK_CARD, "fields": problems}
            return jsonify(error=error, urgent=urgent), 422
        reference = desk.send(card_id, card, line, conversation, moment)
    except Refused as refused:
        error = {"code": refused.code, "message": refused.message, "fields": {}}
        return jsonify(error=error, urgent=urgent), refused.status
    opens = line.next_open.isoformat() if line.next_open else None
    return jsonify(reference=reference, line_opens=opens, sentence=line.promise, urgent=urgent), 201


@routes.post("/call-backs/withdraw")
def withdraw() -> Response:
    """Erase a card: {"reference"}. Gives {"withdrawn", "sentence"}; unknown and withdrawn look the same."""
    reference = json_body().get("reference")
    if not isinstance(reference, str):
        raise Refused("reference", "Send the card's reference, as a string.")
    done = services().desk.call_backs.withdraw(reference, datetime.now(UTC))
    return jsonify(withdrawn=done, sentence=WITHDRAWN if done else NOT_WITHDRAWN)


def _line_json(line: CardLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "phone": line.phone,
        "takes_cards": line.takes_cards,
        "open_now": line.open_now,
        "next_open": line.next_open.isoformat() if line.next_open else None,
        "sentence": line.promise if line.takes_cards else line.no_cards,
    }
