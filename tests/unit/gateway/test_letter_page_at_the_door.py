"""The letter page keeps nothing, and takes only what its own form sends."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from gateway.letter_form import BOXES

CANARY = "Marmaduke throws xylophones"


@pytest.mark.parametrize("action", ["show", "text", "word", "change", "problem", "failure"])
def test_nothing_typed_is_kept_anywhere(
    make_app: Callable[..., Flask],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    app = make_app()
    typed: dict[str, Any] = {box.name: CANARY for box in BOXES}
    if action == "problem":
        typed["birth_day"] = CANARY
    if action == "failure":
        monkeypatch.setattr("gateway.letter_page.letter", lambda contents: {}[contents.hard])
    with caplog.at_level("DEBUG"):
        response = app.test_client().post(
            "/letter", data={"action": action, **typed}, content_type="multipart/form-data"
        )
    assert response.status_code == {"problem": 422, "failure": 500}.get(action, 200)
    assert "Set-Cookie" not in response.headers
    assert "Marmaduke" not in str(response.headers)
    assert "Marmaduke" not in caplog.text
    assert not any("Marmaduke" in str(vars(record)) for record in caplog.records)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if b"Marmaduke" in path.read_bytes()] == []
    assert app.extensions["signpost"].ledger is not None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "rubbish", ""])
def test_a_form_on_another_site_is_refused(app: Flask, site: str) -> None:
    client = app.test_client()
    response = client.post("/letter", data={"child": "Sam"}, headers={"Sec-Fetch-Site": site})
    assert response.status_code == 403
    assert "Please use the form on this page." in response.text
    assert client.get("/letter", headers={"Sec-Fetch-Site": site}).status_code == 200


def test_one_address_cannot_make_letters_without_end(make_app: Callable[..., Flask]) -> None:
    client = make_app(rate_address=2).test_client()
    assert [client.post("/letter").status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    "content_type", ["", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/x"]
)
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff",
        b"child=%ff%00%ed%a0%80&action=word",
        b'--x\r\nContent-Disposition: form-data; name="child"; filename="a"\r\n\r\nabc\r\n--x--\r\n',
        b"--x",
        b"=&=&=" * 3000,
    ],
)
def test_no_rubbish_is_a_server_error(app: Flask, raw: bytes, content_type: str) -> None:
    assert (
        app.test_client().post("/letter", data=raw, headers={"Content-Type": content_type}).status_code < 500
    )
