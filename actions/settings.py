"""The only place where the action server reads its environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """`kb_url`: SQLAlchemy URL of the built knowledge base."""

    kb_url: str


def read_settings() -> Settings:
    """Read the environment; a missing value ends the program with a sentence that says what to set."""
    kb_url = os.environ.get("SIGNPOST_KB_URL")
    if not kb_url:
        sys.exit("Set SIGNPOST_KB_URL to the knowledge base, such as sqlite:///var/kb/kb.sqlite.")
    return Settings(kb_url)
