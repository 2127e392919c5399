"""What the tests of the safety phrases share: the routes of the real content."""

from __future__ import annotations

from typing import Any

import pytest

from safety.routes import SafetyPhrases


@pytest.fixture(scope="session")
def phrases(built_kb: Any) -> SafetyPhrases:
    return SafetyPhrases.read(built_kb.safety_file)
