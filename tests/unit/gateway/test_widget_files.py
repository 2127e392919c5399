"""The widget's scripts over HTTP: small, never stale, and nothing but scripts of that folder."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gateway.widget_files import FOLDER, read_files

NAMES = sorted(file.name for file in FOLDER.glob("*.js"))
MOST = 20_000  # bytes, as the issue asks


def test_there_are_scripts() -> None:
    assert "widget.js" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_script_comes_compressed_and_is_the_same_plain(client: FlaskClient, name: str) -> None:
    packed = client.get(f"/widget/{name}", headers={"Accept-Encoding": "gzip, br"})
    plain = client.get(f"/widget/{name}")
    assert (packed.status_code, packed.mimetype) == (200, "text/javascript")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data


def test_all_scripts_together_are_small() -> None:
    assert sum(len(file.packed) for file in read_files().values()) <= MOST


def test_a_browser_that_has_the_script_is_told_so_until_it_changes(
    tmp_path: Path, client: FlaskClient
) -> None:
    first = client.get("/widget/widget.js", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Cache-Control"] == "no-cache"
    again = {"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]}
    assert client.get("/widget/widget.js", headers=again).status_code == 304
    (tmp_path / "a.js").write_text("let one = 1;")
    before = read_files(tmp_path)["a.js"].tag
    (tmp_path / "a.js").write_text("let one = 2;")
    assert read_files(tmp_path)["a.js"].tag != before


def test_comments_stay_at_home(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("/** A remark. */\nconst words = `a  // b`; // another\n")
    assert read_files(tmp_path)["a.js"].plain.strip() == b"const words=`a  // b`;"


@pytest.mark.parametrize("name", ["nothing.js", "README.md", "..%2fapp.py", "%2e%2e/app.py", ""])
def test_nothing_else_is_there(client: FlaskClient, name: str) -> None:
    assert client.get(f"/widget/{name}").status_code == 404


@pytest.mark.skipif(not shutil.which("node"), reason="no node here; the browser tests load every script")
@pytest.mark.parametrize("name", NAMES)
def test_a_script_without_its_comments_is_still_a_script(tmp_path: Path, name: str) -> None:
    file = tmp_path / name.replace(".js", ".mjs")
    file.write_bytes(read_files()[name].plain)
    subprocess.run(["node", "--check", str(file)], check=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_short_enough_to_read(name: str) -> None:
    assert len((FOLDER / name).read_text(encoding="utf-8").splitlines()) < 200
