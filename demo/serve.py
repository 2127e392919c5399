"""`python -m demo.serve HOST PORT GATEWAY`: a plausible council page with the widget, from its own origin."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from string import Template
from typing import Any

from waitress import serve

PAGES = Path(__file__).parent / "pages"
KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8"}
# What a careful council allows: nothing inline, nothing from anywhere but itself and the assistant.
POLICY = (
    "default-src 'none'; script-src {gateway}; connect-src {gateway}; style-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
Start = Callable[[str, list[tuple[str, str]]], Any]


class CouncilSite:
    """The WSGI application. `gateway` is the assistant's origin, without a slash at its end."""

    def __init__(self, gateway: str) -> None:
        self._gateway = gateway

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Give one of the pages of `pages/`, or say that there is none."""
        name = str(environ.get("PATH_INFO", "/")).lstrip("/") or "index.html"
        files = {file.name: file for file in PAGES.iterdir()}
        headers = [
            ("Content-Security-Policy", POLICY.format(gateway=self._gateway)),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
        ]
        if name not in files:
            start("404 Not Found", [("Content-Type", "text/plain; charset=utf-8"), *headers])
            return [b"There is no such page."]
        words = Template(files[name].read_text(encoding="utf-8")).safe_substitute(gateway=self._gateway)
        start("200 OK", [("Content-Type", KINDS[files[name].suffix]), *headers])
        return [words.encode()]


def main() -> None:
    """Serve until stopped."""
    host, port, gateway = sys.argv[1], int(sys.argv[2]), sys.argv[3].rstrip("/")
    serve(CouncilSite(gateway), host=host, port=port, ident=None)


if __name__ == "__main__":
    main()
