"""The page that works without JavaScript: the same conversation through plain forms."""

from __future__ import annotations

import secrets

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from casework.feedback import REASONS
from casework.ledger import Conversation
from gateway.api import CLIENT_ID, services
from gateway.problems import Refused
from gateway.showing import show_turn
from gateway.words import LONGEST

routes = Blueprint("page", __name__)
COOKIE = "signpost_conversation"
# Where "Leave this page quickly" goes: a page that anybody may have open.
EXIT = "https://www.bbc.co.uk/weather"


def cookie_conversation() -> str | None:
    """Give the conversation id of the page's cookie, unchecked."""
    return request.cookies.get(COOKIE, "").partition(".")[0] or None


@routes.before_request
def refuse_foreign_forms() -> None:
    """Refuse a form that another site sends in the parent's name."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if request.method == "POST" and site not in ("same-origin", "none"):
        raise Refused("foreign_form", "Please use the form on this page.", 403)


@routes.get("/")
def show() -> str:
    """Show the conversation so far and a box for the next question."""
    return _render(asked_by_cookie())


@routes.post("/messages")
def send() -> ResponseReturnValue:
    """Take the form, then show the page again at the new reply, so that reloading never sends twice."""
    conversation, cookie = asked_by_cookie(), None
    if conversation is None:
        council = request.form.get("council") or None
        if council not in {None, *services().council_ids()}:
            raise Refused(
                "unknown_council",
                "That council is not known. Please choose one from the list.",
            )
        conversation, secret = services().start(council)
        cookie = f"{conversation.id}.{secret}"
    client_id = _client_id(request.form.get("client_id", ""))
    text, button = request.form.get("text", ""), request.form.get("button")
    try:
        if button:
            turn = services().turns.pressed(conversation, client_id, button)
        else:
            turn = services().turns.typed(conversation, client_id, text)
    except Refused as refused:
        page = make_response(_render(conversation, typed=text, problem=refused.message), refused.status)
        return _remember(page, cookie)
    return _remember(redirect(f"{url_for('page.show')}#turn-{turn.number}", 303), cookie)


@routes.post("/new")
def new() -> ResponseReturnValue:
    """Leave this conversation and show an empty page."""
    response = make_response(redirect(url_for("page.show"), 303))
    response.delete_cookie(COOKIE)
    return response


@routes.get("/leave")
def leave() -> ResponseReturnValue:
    """Go somewhere harmless at once, and forget which conversation this browser has; nothing is deleted."""
    response = make_response(redirect(EXIT, 303))
    # Another site may lead here, but may not end the conversation.
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin":
        response.delete_cookie(COOKIE)
    return response


def asked_by_cookie() -> Conversation | None:
    """Give the conversation of the page's cookie, if its secret is right."""
    conversation_id, _, secret = request.cookies.get(COOKIE, "").partition(".")
    return services().ledger.find(conversation_id, secret)


def _render(conversation: Conversation | None, typed: str = "", problem: str = "") -> str:
    turns = services().ledger.turns(conversation.id) if conversation else []
    known = services().known
    return render_template(
        "chat.html",
        turns=[show_turn(turn, known.contacts()) for turn in turns],
        line=services().lines.of(conversation, turns) if conversation else None,
        councils=known.councils() if conversation is None else {},
        client_id=secrets.token_urlsafe(16),
        typed=typed,
        problem=problem,
        longest=LONGEST,
        reasons=REASONS,
        thanks=_turn_number(request.args.get("thanks", "")),
    )


def _turn_number(given: str) -> int | None:
    """Give the number of the turn whose feedback was just kept."""
    return int(given) if given.isdecimal() and len(given) < 9 else None


def _client_id(given: str) -> str:
    return given if CLIENT_ID.fullmatch(given) else secrets.token_urlsafe(16)


def _remember(response: Response | ResponseReturnValue, cookie: str | None) -> Response:
    answer = make_response(response)
    if cookie:
        answer.set_cookie(
            COOKIE,
            cookie,
            httponly=True,
            samesite="Strict",
            secure=current_app.config["SECURE_COOKIES"],
        )
    return answer
