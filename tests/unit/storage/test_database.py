"""Opening databases and bringing their tables up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import ArgumentError, IntegrityError

from casework.ledger import MIGRATIONS as LEDGER
from kb.build import MIGRATIONS as KNOWLEDGE
from storage.database import open_engine, upgrade


@pytest.fixture
def opened() -> Iterator[Callable[[str], Engine]]:
    engines: list[Engine] = []

    def make(url: str) -> Engine:
        engines.append(open_engine(url))
        return engines[-1]

    yield make
    for engine in engines:
        engine.dispose()


def pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.execute(text(f"PRAGMA {name}")).scalar()


def test_the_folder_of_a_new_file_is_made(opened, tmp_path: Path) -> None:
    opened(f"sqlite:///{tmp_path}/deep/down/x.sqlite")
    assert (tmp_path / "deep" / "down").is_dir()


def test_readers_never_wait_for_a_writer(opened, tmp_path: Path) -> None:
    engine = opened(f"sqlite:///{tmp_path}/x.sqlite")
    assert pragma(engine, "journal_mode") == "wal"
    with engine.begin() as writer:
        writer.execute(text("CREATE TABLE thing (id INTEGER)"))
    with engine.begin() as writer, engine.connect() as reader:
        writer.execute(text("INSERT INTO thing VALUES (1)"))
        assert reader.execute(text("SELECT count(*) FROM thing")).scalar() == 0
    with engine.connect() as reader:
        assert reader.execute(text("SELECT count(*) FROM thing")).scalar() == 1


def test_every_connection_keeps_foreign_keys(opened, tmp_path: Path) -> None:
    engine = opened(f"sqlite:///{tmp_path}/x.sqlite")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE a (id INTEGER PRIMARY KEY)"))
        connection.execute(text("CREATE TABLE b (a INTEGER REFERENCES a (id))"))
    for _ in range(2):
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.execute(text("INSERT INTO b VALUES (7)"))
        engine.dispose()


def test_a_database_in_memory_makes_no_folder(
    opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine = opened("sqlite://")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["", "not a url", "nosuchdatabase://x"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ArgumentError):
        open_engine(url)


@pytest.mark.parametrize(("migrations", "table"), [(KNOWLEDGE, "answer"), (LEDGER, "turn")])
def test_an_upgrade_makes_the_tables_and_a_second_one_does_nothing(
    opened, tmp_path: Path, migrations: Path, table: str
) -> None:
    engine = opened(f"sqlite:///{tmp_path}/x.sqlite")
    upgrade(engine, migrations)
    first = sorted(inspect(engine).get_table_names())
    upgrade(engine, migrations)
    assert sorted(inspect(engine).get_table_names()) == first
    assert table in first
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_an_upgrade_keeps_what_is_there(opened, tmp_path: Path) -> None:
    engine = opened(f"sqlite:///{tmp_path}/x.sqlite")
    upgrade(engine, LEDGER)
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO conversation (id, secret_hash, started_at) VALUES ('c', x'00', '2026-11-21')")
        )
    upgrade(engine, LEDGER)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id FROM conversation")).scalars().all() == ["c"]


def test_two_knowledge_stores_in_one_place_do_not_mix(opened, tmp_path: Path) -> None:
    one, two = (opened(f"sqlite:///{tmp_path}/{name}.sqlite") for name in ("kb", "ledger"))
    upgrade(one, KNOWLEDGE)
    upgrade(two, LEDGER)
    assert "turn" not in inspect(one).get_table_names()
    assert "answer" not in inspect(two).get_table_names()


def test_what_is_deleted_is_overwritten(opened, tmp_path: Path) -> None:
    assert pragma(opened(f"sqlite:///{tmp_path}/x.sqlite"), "secure_delete") == 1
