"""`python -m actions.serve HOST PORT`: the action server as one process.

rasa-sdk's own command keeps a manager beside its worker; a killed manager leaves the worker holding the port.
"""

from __future__ import annotations

import logging
import sys
import warnings

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

from actions.settings import read_settings


def main() -> None:
    """Serve until stopped. A missing setting ends the program before it listens."""
    host, port = sys.argv[1], int(sys.argv[2])
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    read_settings()
    executor = ActionExecutor()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        executor.register_package("actions")
    app = create_app(executor, cors_origins=[])
    app.run(host=host, port=port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
