"""Which other sites' pages may talk to us: exactly those the operator named, and never with cookies."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask
from flask_cors import CORS

from gateway.settings import Settings

AN_HOUR = 3600  # seconds a browser may remember what is allowed


def allow_origins(app: Flask, settings: Settings) -> None:
    """Let the named sites use the chat API and fetch the widget's modules; any other site gets nothing."""
    paths: dict[str | re.Pattern[str], dict[str, Any]] = {
        r"/api/.*": {
            "methods": ["GET", "POST", "DELETE"],
            "allow_headers": ["Authorization", "Content-Type"],
        },
        r"/widget/.*": {"methods": ["GET"], "allow_headers": []},
    }
    CORS(
        app,
        resources=paths,
        origins=list(settings.origins),
        supports_credentials=False,
        max_age=AN_HOUR,
        always_send=False,
        vary_header=True,
    )
