"""The pages that say how accessible this is, what is kept, and what it can do: one for each duty to tell."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, render_template
from sqlalchemy.exc import SQLAlchemyError

from gateway.api import services
from gateway.statements import LINKS, Facts, known

routes = Blueprint("statements", __name__)
EXTENSION = "signpost-statements"


@routes.app_context_processor
def links() -> dict[str, Any]:
    """Give every page of this gateway the links for its foot."""
    return {"statement_links": LINKS}


@routes.get("/accessibility")
def accessibility() -> str:
    """Show the accessibility statement."""
    return render_template("statement_accessibility.html", facts=_facts())


@routes.get("/privacy")
def privacy() -> str:
    """Show the privacy notice."""
    return render_template("statement_privacy.html", facts=_facts())


@routes.get("/about")
def about() -> str:
    """Show what the assistant can and cannot do; without its list of places while those cannot be read."""
    try:
        with services().known.kb() as session:
            covers = known(session)
    except SQLAlchemyError:
        covers = None
    return render_template("statement_about.html", facts=_facts(), known=covers)


def _facts() -> Facts:
    return current_app.extensions[EXTENSION]  # type: ignore[no-any-return]
