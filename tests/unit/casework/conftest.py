"""A ledger in an SQLite file of its own, and a fixed moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import sessionmaker

from casework.call_backs import CallBacks
from casework.ledger import MIGRATIONS, Conversation, Ledger
from storage.database import open_engine, upgrade
from tests.unit.casework.cards import NEW, with_keys


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path}/ledger.sqlite")
    upgrade(engine, MIGRATIONS)
    yield engine
    engine.dispose()


@pytest.fixture
def ledger(engine: Engine) -> Ledger:
    return Ledger(sessionmaker(engine))


@pytest.fixture
def conversation(ledger: Ledger, now: datetime) -> Conversation:
    return ledger.start("bathnes", now)[0]


@pytest.fixture
def call_backs(engine: Engine) -> CallBacks:
    return with_keys(engine, NEW)
