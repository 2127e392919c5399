"""What actions share while they run: the knowledge base and the clock, made when first needed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy.orm import Session, sessionmaker

from actions.settings import read_settings
from storage.database import open_engine


@lru_cache(maxsize=1)
def _sessions() -> sessionmaker[Session]:
    return sessionmaker(open_engine(read_settings().kb_url))


def open_kb() -> Session:
    """Open a session on the knowledge base; use it in a `with` block."""
    return _sessions()()


def now() -> datetime:
    """Give the present moment, in UTC."""
    return datetime.now(UTC)
