"""The call-back card without JavaScript: fill it in, read what will be sent, agree, send; take it back."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from casework.card import HOW, NEEDS, SAFE, WHEN, Card
from casework.ledger import Conversation
from gateway.api import services
from gateway.call_back_api import CARD_ID
from gateway.card_desk import ELSEWHERE, NOT_WITHDRAWN, WITHDRAWN
from gateway.card_fields import card_from_form, card_rows
from gateway.card_lines import CardLine
from gateway.page import asked_by_cookie, refuse_foreign_forms
from gateway.problems import Refused
from gateway.text_blocks import Block, text_blocks

routes = Blueprint("call_back_page", __name__, url_prefix="/call-back")
routes.before_request(refuse_foreign_forms)


@routes.get("")
def show() -> str:
    """Show the card, filled in from the cookie's conversation; `?area=other` asks for the council anew."""
    desk, moment = services().desk, datetime.now(UTC)
    card, council = desk.offer(asked_by_cookie())
    if request.args.get("area") == "other":
        council = None
    line = desk.lines.line(council, moment) if council else None
    if line and not line.takes_cards:
        return render_template("call_back_no_line.html", blocks=_blocks(line.no_cards))
    return _form(card, council, line)


@routes.post("")
def send() -> ResponseReturnValue:
    """Take the form: `action` is review, change or send. On each way all that was typed is still there."""
    desk, moment, conversation = services().desk, datetime.now(UTC), asked_by_cookie()
    card, council = card_from_form(request.form), request.form.get("council", "")
    action = request.form.get("action", "review")
    urgent = _urgent(card, conversation)
    try:
        problems, line = desk.check(card, council, moment)
        consent = problems.pop("consent", None)
        if action == "change":
            return _form(card, council, line, urgent=urgent)
        if problems or line is None:
            return _form(card, council, line, urgent=urgent, problems=problems), 422
        if action != "send" or consent:
            asked = {"consent": consent} if action == "send" and consent else {}
            return _review(card, line, conversation, urgent, asked), 422 if asked else 200
        reference = desk.send(_card_id(), card, line, conversation, moment)
    except Refused as refused:
        return _form(card, council, None, urgent=urgent, problems={"": refused.message}), refused.status
    # No redirect: the reference belongs in no address, and a reload, which sends again, gives the same one.
    return render_template("call_back_done.html", reference=reference, line=line, urgent=urgent), 201


@routes.get("/withdraw")
def ask_withdraw() -> str:
    """Ask for the reference of the card to take back."""
    return render_template("call_back_withdraw.html", problem="", done="", reference="")


@routes.post("/withdraw")
def withdraw() -> ResponseReturnValue:
    """Take a card back by its reference."""
    reference = request.form.get("reference", "")
    if services().desk.call_backs.withdraw(reference, datetime.now(UTC)):
        return render_template("call_back_withdraw.html", problem="", done=WITHDRAWN, reference="")
    page = render_template("call_back_withdraw.html", problem=NOT_WITHDRAWN, done="", reference=reference)
    return page, 422


def _card_id() -> str:
    given = request.form.get("card_id", "")
    return given if CARD_ID.fullmatch(given) else secrets.token_urlsafe(24)


def _blocks(text: str) -> list[Block]:
    return text_blocks(text, services().known.contacts())


def _urgent(card: Card, conversation: Conversation | None) -> list[Block]:
    messages = services().desk.urgent(card, conversation)
    return [block for message in messages for block in _blocks(message.get("text", ""))]


def _form(
    card: Card,
    council: str | None,
    line: CardLine | None,
    urgent: list[Block] | None = None,
    problems: dict[str, str] | None = None,
) -> str:
    return render_template(
        "call_back.html",
        card=card,
        council=council or "",
        elsewhere=ELSEWHERE,
        areas=services().known.councils(),
        line=line,
        urgent=urgent or [],
        problems=problems or {},
        card_id=_card_id(),
        titles={"how": HOW, "when": WHEN, "needs": NEEDS, "safe_message": SAFE},
    )


def _review(
    card: Card,
    line: CardLine,
    conversation: Conversation | None,
    urgent: list[Block],
    problems: dict[str, str],
) -> str:
    return render_template(
        "call_back_review.html",
        card=card,
        rows=card_rows(card, line.area),
        line=line,
        from_chat=conversation is not None,
        urgent=urgent,
        problems=problems,
        card_id=_card_id(),
    )
