"""Serving: the upkeep is started before the first request, and only here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from gateway.serve import main


def test_serving_starts_the_upkeep(make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch) -> None:
    app, done = make_app(), []
    monkeypatch.setattr(app.extensions["signpost"].upkeep, "start", lambda: done.append("upkeep"))

    def serve(served: Flask, **options: Any) -> None:
        done.append((served, options["host"], options["port"]))

    monkeypatch.setattr(sys, "argv", ["gateway.serve", "127.0.0.1", "8000"])
    monkeypatch.setattr("gateway.serve.read_settings", lambda: None)
    monkeypatch.setattr("gateway.serve.create_app", lambda _: app)
    monkeypatch.setattr("gateway.serve.serve", serve)
    main()
    assert done == ["upkeep", (app, "127.0.0.1", 8000)]
