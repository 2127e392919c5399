"""What several packages' tests share: the real knowledge base, built once per session."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class BuiltKb:
    """The database's URL and the exported files, as `python -m kb build` leaves them."""

    url: str
    lookups_file: Path
    safety_file: Path


@pytest.fixture(scope="session")
def built_kb(tmp_path_factory: pytest.TempPathFactory) -> BuiltKb:
    # The bot's environment has no knowledge base, so it is imported only where it is asked for.
    from kb.__main__ import CONTENT
    from kb.build import build, check, release_id
    from kb.export import write_exports
    from storage.database import open_engine

    folder = tmp_path_factory.mktemp("kb")
    url = f"sqlite:///{folder}/kb.sqlite"
    content, answers = check(CONTENT)
    release = release_id(CONTENT)
    engine = open_engine(url)
    build(content, answers, engine, release)
    engine.dispose()
    write_exports(content, answers, release, folder)
    return BuiltKb(url, folder / "lookups.json", folder / "safety.json")
