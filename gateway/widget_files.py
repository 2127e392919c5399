"""The widget's files, as they lie in `widget/`, without their comments and compressed; none is ever stale."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

import rjsmin
from flask import Blueprint, Response, abort, request

routes = Blueprint("widget", __name__, url_prefix="/widget")
FOLDER = Path(__file__).resolve().parents[1] / "widget"


@dataclass(frozen=True)
class File:
    """One script: its bytes, the same compressed, and a tag that changes with them."""

    plain: bytes
    packed: bytes
    tag: str


def read_files(folder: Path = FOLDER) -> dict[str, File]:
    """Give the scripts of `folder` by name."""
    return {file.name: _read(file) for file in sorted(folder.glob("*.js"))}


FILES: dict[str, File] = {}


@routes.get("/<name>")
def script(name: str) -> Response:
    """Give one script. A browser keeps it, but asks each time whether it is still the same."""
    if not FILES:
        FILES.update(read_files())
    file = FILES.get(name) or abort(404)
    packed = request.accept_encodings["gzip"] > 0
    response = Response(file.packed if packed else file.plain, mimetype="text/javascript")
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.vary.add("Accept-Encoding")
    response.set_etag(f"{file.tag}{'-gzip' if packed else ''}")
    response.make_conditional(request)
    return response


def _read(path: Path) -> File:
    content = str(rjsmin.jsmin(path.read_text(encoding="utf-8"))).encode()
    return File(content, gzip.compress(content, 9, mtime=0), hashlib.sha256(content).hexdigest()[:16])
