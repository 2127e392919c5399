"""The gateway's Flask application: routes, limits, headers and errors in one view."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from werkzeug.exceptions import HTTPException

from gateway import (
    api,
    call_back_api,
    call_back_page,
    dates_file,
    feedback_api,
    feedback_page,
    forget_api,
    forget_page,
    letter_page,
    page,
    settings_api,
    sheet_api,
    sheet_page,
    statement_pages,
    widget_files,
)
from gateway.origins import allow_origins
from gateway.problems import Refused
from gateway.services import build_services
from gateway.settings import Settings
from gateway.statements import facts

ROOMS = (
    api,
    call_back_api,
    call_back_page,
    dates_file,
    feedback_api,
    feedback_page,
    forget_api,
    forget_page,
    letter_page,
    page,
    settings_api,
    sheet_api,
    sheet_page,
    statement_pages,
    widget_files,
)
logger = logging.getLogger(__name__)
LARGEST_BODY = 64 * 1024
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
SENTENCES = {
    404: "There is nothing at this address.",
    405: "This address does not take that kind of request.",
    413: "That is too much at once. Please shorten your message to 4,000 characters.",
    429: "That was a lot of messages at once. Please wait a minute and send the last one again.",
}


def create_app(settings: Settings) -> Flask:
    """Make the application."""
    app = Flask(__name__)
    # Lists of choices are shown in the order in which they were written.
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, SECURE_COOKIES=settings.secure_cookies)
    app.extensions["signpost"] = build_services(settings)
    app.extensions[statement_pages.EXTENSION] = facts(settings)
    for room in ROOMS:
        app.register_blueprint(room.routes)
    allow_origins(app, settings)
    _limit(app, settings)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _failed)
    app.after_request(_headers)

    @app.get("/health")
    def health() -> Response:
        return jsonify(status="ok")

    return app


def _limit(app: Flask, settings: Settings) -> None:
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    by_address = limiter.shared_limit(f"{settings.rate_address}/minute", scope="address")
    by_conversation = limiter.limit(f"{settings.rate_conversation}/minute", key_func=_conversation_key)
    views: dict[str, Any] = app.view_functions
    asking = ("api.send", "page.send", "call_back_api.send", "call_back_page.send")
    judging = ("feedback_api.send", "feedback_page.send", "forget_api.delete", "forget_page.delete")
    in_conversation = (*asking, *judging)
    taking_back = ("call_back_api.withdraw", "call_back_page.withdraw")
    for name in ("api.start", "letter.write", *in_conversation, *taking_back):
        views[name] = by_address(views[name])
    for name in in_conversation:
        views[name] = by_conversation(views[name])


def _conversation_key() -> str:
    given = (request.view_args or {}).get("conversation_id") or page.cookie_conversation()
    return given or get_remote_address()


def _wants_json() -> bool:
    return request.path.startswith("/api/")


def _refused(error: Refused) -> ResponseReturnValue:
    return _show(error.code, error.message, error.status)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    return _show(
        error.name.lower().replace(" ", "_"),
        SENTENCES.get(status, "That request does not fit here."),
        status,
    )


def _failed(error: Exception) -> ResponseReturnValue:
    # The type only: an error's text may quote what a parent wrote.
    logger.error("request failed: %s", type(error).__name__)
    return _show(
        "failed",
        "Sorry, something went wrong on our side. Please try again in a few minutes.",
        500,
    )


def _show(code: str, message: str, status: int) -> ResponseReturnValue:
    if _wants_json():
        return jsonify(error={"code": code, "message": message}), status
    return render_template("error.html", message=message), status


def _headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
