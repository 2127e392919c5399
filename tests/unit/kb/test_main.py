"""`python -m kb`: what an editor sees, and that broken content never replaces a good knowledge base."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kb import queries
from kb.__main__ import main
from kb.build import release_id
from storage.database import open_engine


def run(small, tmp_path: Path, command: str) -> int:
    url = f"sqlite:///{tmp_path}/out/kb.sqlite"
    return main([command, "--content", str(small.folder), "--database", url, "--exports", f"{tmp_path}/out"])


def in_use(tmp_path: Path) -> tuple[str | None, str, str]:
    """Give the release of the database, of the bot's lookups, and the first safety phrase."""
    engine = open_engine(f"sqlite:///{tmp_path}/out/kb.sqlite")
    with Session(engine) as session:
        release = queries.release(session)
    engine.dispose()
    lookups = json.loads((tmp_path / "out/lookups.json").read_text())
    safety = json.loads((tmp_path / "out/safety.json").read_text())
    return release, lookups["release"], safety[0]["phrases"][0]


def test_check_writes_nothing(small, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(small, tmp_path, "check") == 0
    assert not (tmp_path / "out").exists()
    assert capsys.readouterr().out == f"13 answers, release {release_id(small.folder)}\n"


def test_build_puts_database_and_lookups_to_use(small, tmp_path: Path) -> None:
    assert run(small, tmp_path, "build") == 0
    release = release_id(small.folder)
    assert in_use(tmp_path) == (release, release, "in danger")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("safety.yml", "[in danger]", "[in danger"),  # no longer YAML
        ("safety.yml", "phrases: [in danger]", "phrases: []"),  # wrong shape
        ("safety.yml", "phrases: [in danger]", "phrases: [help]\n    mesage: x"),  # a misspelt name
        ("topics/senco_role.yml", "default: true", "default: false"),  # a check that fails
    ],
)
def test_with_broken_content_the_last_good_database_stays(
    small, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str
) -> None:
    run(small, tmp_path, "build")
    before = in_use(tmp_path)
    small.change(file, old, new)
    assert run(small, tmp_path, "build") == 1
    assert in_use(tmp_path) == before
    told = capsys.readouterr().err
    assert f"content/{file}:" in told
    assert "the last good knowledge base is still in use" in told


def test_without_its_folder_nothing_is_built(small, tmp_path: Path) -> None:
    run(small, tmp_path, "build")
    before = in_use(tmp_path)
    small.folder.rename(tmp_path / "moved")
    assert run(small, tmp_path, "build") == 1
    assert in_use(tmp_path) == before


def test_a_mended_mistake_is_built(small, tmp_path: Path) -> None:
    small.change("safety.yml", "[in danger]", "[]")
    assert run(small, tmp_path, "build") == 1
    assert not (tmp_path / "out").exists()
    small.change("safety.yml", "phrases: []", "phrases: [help me]")
    assert run(small, tmp_path, "build") == 0
    assert in_use(tmp_path)[2] == "help me"
