"""What was erased is not left in SQLite's log, and a reader in the way is told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, create_mock_engine

from storage.database import open_engine
from storage.emptying import empty_log


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path}/kept.sqlite")
    with engine.begin() as connection:
        connection.exec_driver_sql("create table said (words text)")
        connection.exec_driver_sql("insert into said values ('xylophones')")
    yield engine
    engine.dispose()


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_an_erased_word_is_in_the_log_until_it_is_emptied(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("delete from said")
    assert b"xylophones" in bytes_in(tmp_path)
    assert empty_log(engine) is True
    assert b"xylophones" not in bytes_in(tmp_path)


def test_what_is_kept_is_still_there_afterwards(engine: Engine, tmp_path: Path) -> None:
    assert empty_log(engine) is True
    log = tmp_path / "kept.sqlite-wal"
    assert not log.exists() or log.stat().st_size == 0
    assert b"xylophones" in (tmp_path / "kept.sqlite").read_bytes()


@pytest.mark.parametrize("doing", ["select words from said", "insert into said values ('more')"])
def test_someone_in_the_way_means_later(engine: Engine, tmp_path: Path, doing: str) -> None:
    other = create_engine(f"sqlite:///{tmp_path}/kept.sqlite")
    with other.connect() as connection:
        connection.exec_driver_sql("begin immediate" if doing.startswith("insert") else "begin")
        connection.exec_driver_sql(doing).close()
        begun = time.monotonic()
        assert empty_log(engine) is False
        assert time.monotonic() - begun < 2
    other.dispose()
    assert empty_log(engine) is True


def test_the_patience_of_other_connections_stays_as_it_was(engine: Engine) -> None:
    def patience() -> int:
        with engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one())

    before = patience()
    empty_log(engine)
    assert patience() == before


def test_a_database_that_cannot_be_opened_means_later(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/no/such/folder/kept.sqlite")
    assert empty_log(engine) is False


def test_other_databases_look_after_their_logs() -> None:
    said: list[object] = []
    engine = create_mock_engine("postgresql://", lambda sql, *_: said.append(sql))
    assert empty_log(engine) is True
    assert said == []
