"""What a client needs to know before it asks anything."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from casework.feedback import REASONS
from gateway.api import services
from gateway.statements import LINKS
from gateway.words import LONGEST

routes = Blueprint("settings_api", __name__, url_prefix="/api")


@routes.get("/settings")
def settings() -> Response:
    """Give the councils, the longest message in characters, the reasons of feedback, and the statements."""
    councils = [{"id": one, "name": name} for one, name in services().known.councils().items()]
    return jsonify(councils=councils, longest=LONGEST, reasons=REASONS, statements=LINKS)
