"""The bot's tests need the bot's environment; everything else needs the app's."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

collect_ignore = [] if find_spec("rasa") else ["unit/bot"]


@pytest.fixture(scope="session")
def signpost(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One running assistant for all folders that talk to it (tests/running.py)."""
    # The bot's environment has not what this needs, so it is imported only where it is asked for.
    from tests.running import started

    with started(tmp_path_factory.mktemp("var")) as assistant:
        yield assistant
