"""The migrations make exactly the tables the models describe."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from kb.build import MIGRATIONS
from kb.models import Base
from storage.database import open_engine, upgrade


def test_models_and_migrations_agree(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/kb.sqlite")
    upgrade(engine, MIGRATIONS)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        tables = set(inspect(connection).get_table_names())
    engine.dispose()
    assert tables == {*Base.metadata.tables, "alembic_version"}
