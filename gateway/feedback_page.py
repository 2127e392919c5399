"""The question "Did this help?" without JavaScript: one small form under each answer."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from gateway.feedback_api import take_feedback
from gateway.page import asked_by_cookie, refuse_foreign_forms
from gateway.problems import UNKNOWN_CONVERSATION, Refused

routes = Blueprint("feedback_page", __name__)
routes.before_request(refuse_foreign_forms)


@routes.post("/feedback")
def send() -> ResponseReturnValue:
    """Take the form: `pressed` is yes, no, or the id of a reason. Then show the page again at that turn."""
    conversation = asked_by_cookie()
    if conversation is None:
        raise Refused(*UNKNOWN_CONVERSATION)
    number, pressed = request.form.get("turn", ""), request.form.get("pressed", "")
    turn = int(number) if number.isdecimal() and len(number) < 9 else 0
    reason = None if pressed in ("yes", "no") else pressed
    take_feedback(conversation, turn, request.form.get("answer", ""), pressed == "yes", reason)
    return redirect(f"{url_for('page.show', thanks=turn)}#turn-{turn}", 303)
