"""The built encoder and the exported lookups, loaded once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.encoder.model import SentenceEncoder
from bot.names import Names

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(ROOT / "var" / "encoder")


@pytest.fixture(scope="session")
def lookups() -> Any:
    return json.loads((ROOT / "var" / "kb" / "lookups.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def names(lookups: Any) -> Names:
    return Names(lookups)
