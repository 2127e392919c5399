"""Deleting a conversation without JavaScript: first what it means, then a button, then it is done."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template

from gateway.api import services
from gateway.page import COOKIE, asked_by_cookie, refuse_foreign_forms

routes = Blueprint("forget_page", __name__, url_prefix="/delete")
routes.before_request(refuse_foreign_forms)


@routes.get("")
def ask() -> str:
    """Say what goes and what stays, and ask."""
    return render_template("delete.html", done=False, there=asked_by_cookie() is not None)


@routes.post("")
def delete() -> Response:
    """Erase the cookie's conversation and forget the cookie. Sent again, it finds nothing more to do."""
    conversation = asked_by_cookie()
    if conversation:
        services().forget(conversation)
    response = make_response(render_template("delete.html", done=conversation is not None, there=False))
    response.delete_cookie(COOKIE)
    return response
