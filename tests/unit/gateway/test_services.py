"""What every request needs of the knowledge base: read once a minute, and not lost when it is away."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session, sessionmaker

from gateway.services import KEEP_SECONDS, KnownThings
from kb import queries
from storage.database import open_engine


@pytest.fixture
def engine(built_kb: Any, tmp_path: Path) -> Iterator[Engine]:
    """A copy of the knowledge base that a test may break."""
    shutil.copy(built_kb.url.removeprefix("sqlite:///"), tmp_path / "kb.sqlite")
    engine = open_engine(f"sqlite:///{tmp_path}/kb.sqlite")
    yield engine
    engine.dispose()


@pytest.fixture
def pass_seconds(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Move the monotonic clock, which time-machine leaves alone."""
    clock = SimpleNamespace(now=5.0)
    monkeypatch.setattr("gateway.services.time", SimpleNamespace(monotonic=lambda: clock.now))
    return lambda seconds: setattr(clock, "now", clock.now + seconds)


def change_number(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("update advice_line set phone = '01632 960000' where council_id = 'bathnes'"))


def lose(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("drop table advice_line"))


def test_the_published_numbers_and_councils_are_known(kb: sessionmaker[Session]) -> None:
    known = KnownThings(kb)
    with kb() as session:
        assert known.contacts() == queries.known_numbers(session)
        assert known.councils() == dict(queries.council_names(session))
    assert {"999", "01225 394382"} <= known.contacts()
    assert known.councils()["bathnes"] == "Bath & North East Somerset"


@pytest.mark.parametrize(("seconds", "new"), [(KEEP_SECONDS - 5, False), (KEEP_SECONDS + 5, True)])
def test_a_new_build_is_seen_within_a_minute(
    engine: Engine, pass_seconds: Callable[[float], None], seconds: float, new: bool
) -> None:
    known = KnownThings(sessionmaker(engine))
    known.contacts()
    change_number(engine)
    pass_seconds(seconds)
    assert ("01632 960000" in known.contacts()) is new


def test_the_last_known_things_stay_while_the_knowledge_base_is_away(
    engine: Engine, pass_seconds: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    known = KnownThings(sessionmaker(engine))
    before = (known.contacts(), known.councils())
    lose(engine)
    pass_seconds(KEEP_SECONDS + 5)
    assert (known.contacts(), known.councils()) == before
    assert caplog.messages == ["knowledge base not read: OperationalError"] * 2


def test_a_knowledge_base_never_read_gives_nothing_and_is_tried_again(
    no_kb: sessionmaker[Session], kb: sessionmaker[Session], caplog: pytest.LogCaptureFixture
) -> None:
    known = KnownThings(no_kb)
    assert known.contacts() == frozenset()
    assert known.councils() == {}
    assert set(caplog.messages) == {"knowledge base not read: OperationalError"}
    known.kb = kb
    assert "999" in known.contacts()
