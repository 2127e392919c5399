"""The meeting sheet as a page to print, with room to write."""

from __future__ import annotations

from flask import Blueprint, render_template

from gateway.api import services
from gateway.page import asked_by_cookie
from gateway.sheet_api import sheet_of
from gateway.text_blocks import text_blocks

routes = Blueprint("sheet_page", __name__)


@routes.get("/meeting-sheet")
def show() -> str:
    """Show the sheet of the cookie's conversation."""
    sheet = sheet_of(asked_by_cookie())
    contact = text_blocks(f"{sheet.line.contact} {sheet.line.sentence}", services().known.contacts())
    return render_template("meeting_sheet.html", sheet=sheet, contact=contact)
