"""Two knowledge bases: a small one of our own making, to break at will, and the real one, built once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from kb.build import build, check, release_id
from kb.content import Content, PlacedAnswer
from kb.problems import ContentError
from storage.database import open_engine

SMALL = Path(__file__).parents[2] / "data" / "small_kb"
REAL = Path(__file__).parents[3] / "kb" / "content"
Checked = tuple[Content, list[PlacedAnswer]]


class Planted:
    """A copy of the small content in which a test can make mistakes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def change(self, file: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which must stand exactly once in the file."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        with (self.folder / file).open("a", encoding="utf-8") as handle:
            handle.write(text)

    def line_of(self, file: str, text: str) -> int:
        """Find the one line that holds `text`, counted from 1."""
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        (number,) = [number for number, line in enumerate(lines, start=1) if text in line]
        return number

    def problems(self) -> list[tuple[str, int, str]]:
        """Check the content; gives each mistake as file (inside the folder), line and message."""
        try:
            check(self.folder)
        except ContentError as error:
            return [(Path(*p.file.parts[1:]).as_posix(), p.line, p.message) for p in error.problems]
        return []


@pytest.fixture
def small(tmp_path: Path) -> Planted:
    return Planted(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture(scope="session")
def small_checked() -> Checked:
    return check(SMALL)


@pytest.fixture(scope="session")
def small_engine(small_checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('small')}/kb.sqlite")
    build(*small_checked, engine, "small-release")
    yield engine
    engine.dispose()


@pytest.fixture
def small_session(small_engine: Engine) -> Iterator[Session]:
    with Session(small_engine) as session:
        yield session


@pytest.fixture(scope="session")
def real_checked() -> Checked:
    return check(REAL)


@pytest.fixture(scope="session")
def real_engine(real_checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('real')}/kb.sqlite")
    build(*real_checked, engine, release_id(REAL))
    yield engine
    engine.dispose()


@pytest.fixture
def real_session(real_engine: Engine) -> Iterator[Session]:
    with Session(real_engine) as session:
        yield session
