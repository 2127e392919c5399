"""The question "Did this help?", for programs: a yes, or a no with a reason from the list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, jsonify

from casework.feedback import REASONS, NotGiven
from casework.ledger import Conversation, ConversationGone
from gateway.api import asked_conversation, json_body, services
from gateway.problems import UNKNOWN_CONVERSATION, Refused

routes = Blueprint("feedback_api", __name__, url_prefix="/api")
HIGHEST = 10**8  # more turns than any conversation has, and still a number for every database
THANKS = "Thank you. This helps us to make the answers better."
THANKS_PERSON = "Thank you. To talk to a person, please write: I want to talk to a person."
UNKNOWN_ANSWER = "We did not find this answer in your conversation. Please use the buttons under an answer."


@routes.post("/conversations/<conversation_id>/feedback")
def send(conversation_id: str) -> Response:
    """Take {"turn", "answer", "helped", "reason" or null}. Gives {"kept": true, "sentence"}."""
    conversation, body = asked_conversation(conversation_id), json_body()
    given = (body.get("turn"), body.get("answer"), body.get("helped"), body.get("reason"))
    return jsonify(kept=True, sentence=take_feedback(conversation, *given))


def take_feedback(conversation: Conversation, turn: Any, answer: Any, helped: Any, reason: Any) -> str:
    """Keep what was pressed and give the sentence of thanks. Raises Refused for what does not fit."""
    if type(turn) is not int or not isinstance(answer, str) or not isinstance(helped, bool):
        raise Refused("feedback", "Send turn as a number, answer as a string and helped as true or false.")
    if not 0 < turn < HIGHEST:
        raise Refused("unknown_answer", UNKNOWN_ANSWER)
    if reason is not None and (helped or not isinstance(reason, str) or reason not in REASONS):
        raise Refused("reason", "A reason goes with a no. Please choose one from the list.")
    try:
        services().feedback.keep(conversation.id, turn, answer, helped, reason, datetime.now(UTC))
    except NotGiven:
        raise Refused("unknown_answer", UNKNOWN_ANSWER) from None
    except ConversationGone:
        raise Refused(*UNKNOWN_CONVERSATION) from None
    return THANKS_PERSON if reason == "need_person" else THANKS
