"""The meeting sheet for programs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from casework.ledger import Conversation
from casework.opening_hours import LOCAL
from gateway.api import asked_conversation, services
from gateway.areas import council_of
from gateway.meeting_sheet import meeting_sheet
from gateway.problems import Refused
from gateway.sheet_parts import Sheet

routes = Blueprint("sheet_api", __name__, url_prefix="/api")
CANNOT_NOW = ("cannot_now", "We cannot make your sheet just now. Please try again in a few minutes.", 503)


@routes.get("/conversations/<conversation_id>/sheet")
def show(conversation_id: str) -> Response:
    """Give the sheet of a conversation: {"title", "made_on", "items", "line", "note", "empty"}."""
    return jsonify(asdict(sheet_of(asked_conversation(conversation_id))))


def sheet_of(conversation: Conversation | None) -> Sheet:
    """Make the sheet of a conversation as it is now; none yet has an empty one.

    Raises Refused while the knowledge base cannot be read.
    """
    turns = services().ledger.turns(conversation.id) if conversation else []
    council = council_of(conversation, turns) if conversation else None
    try:
        with services().known.kb() as session:
            return meeting_sheet(session, turns, council, datetime.now(LOCAL).date())
    except SQLAlchemyError:
        raise Refused(*CANNOT_NOW) from None
