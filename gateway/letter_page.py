"""The page that turns private words into a letter. They live for one request: nothing keeps or logs them."""

from __future__ import annotations

from datetime import date, datetime

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from casework.opening_hours import LOCAL
from gateway import letter_form
from gateway.api import services
from gateway.letter_council import Addressee, addressee
from gateway.letter_form import Typed
from gateway.page import refuse_foreign_forms
from letters.notes import before_sending, what_next
from letters.problems import problems
from letters.request import AREAS, Request, letter
from letters.word import word_file

routes = Blueprint("letter", __name__)
routes.before_request(refuse_foreign_forms)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILE = "ehc-assessment-request"


@routes.get("/letter")
def show() -> str:
    """Show the form; a link may choose `who`, `council` and `needs` (ids with commas between them)."""
    return _form(letter_form.from_link(request.args, services().council_ids()))


@routes.post("/letter")
def write() -> ResponseReturnValue:
    """Make the letter: `action` is show (the usual), text, word, or change, which gives the form again.

    What does not fit gives the form with everything typed and status 422.
    """
    typed = letter_form.from_form(request.form, services().council_ids())
    today = datetime.now(LOCAL).date()
    action = request.form.get("action")
    if action == "change":
        return _form(typed)
    if found := problems(typed.fields, today):
        return _form(typed, found), 422
    return _letter(typed, today, action)


def _letter(typed: Typed, today: date, action: str | None) -> ResponseReturnValue:
    council = addressee(services().known.kb, typed.fields["council"])
    contents = letter_form.to_request(typed, council, today)
    if action == "text":
        return _download(letter(contents).text.encode(), "text/plain; charset=utf-8", "txt")
    if action == "word":
        return _download(word_file(letter(contents)), WORD, "docx")
    return _result(typed, contents, council)


def _form(typed: Typed, found: dict[str, str] | None = None) -> str:
    return render_template(
        "letter.html",
        fields=typed.fields,
        needs=typed.needs,
        problems=found or {},
        form=letter_form,
        areas=AREAS,
        councils=services().known.councils(),
    )


def _result(typed: Typed, contents: Request, council: Addressee) -> str:
    return render_template(
        "letter_ready.html",
        letter=letter(contents),
        fields=typed.fields,
        needs=typed.needs,
        where=council.where,
        notes=before_sending(contents),
        steps=what_next(contents),
    )


def _download(body: bytes, mimetype: str, ending: str) -> Response:
    response = make_response(body)
    response.headers["Content-Type"] = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE}.{ending}"'
    response.headers["Cache-Control"] = "no-store"
    return response
