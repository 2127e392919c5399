"""`python -m gateway.serve HOST PORT`: run the gateway under waitress."""

from __future__ import annotations

import logging
import sys

from waitress import serve

from gateway.app import create_app
from gateway.settings import read_settings

THREADS = 16


def main() -> None:
    """Serve until stopped."""
    host, port = sys.argv[1], int(sys.argv[2])
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    app = create_app(read_settings())
    app.extensions["signpost"].upkeep.start()
    serve(
        app,
        host=host,
        port=port,
        threads=THREADS,
        ident="signpost",
    )


if __name__ == "__main__":
    main()
