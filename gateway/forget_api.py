"""Deleting a conversation, for programs."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from gateway.api import asked_conversation, services

routes = Blueprint("forget_api", __name__, url_prefix="/api")
DELETED = (
    "This conversation is deleted. We cannot bring it back. If you sent a call-back card, it stays until you "
    "take it back with its reference."
)


@routes.delete("/conversations/<conversation_id>")
def delete(conversation_id: str) -> Response:
    """Erase the conversation. Gives {"deleted": true, "sentence"}; from then on it is an unknown one."""
    services().forget(asked_conversation(conversation_id))
    return jsonify(deleted=True, sentence=DELETED)
