"""What the knowledge base tells the bot: `lookups.json`, written by `python -m kb build`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.shared.exceptions import RasaException


def read_lookups(path: Path) -> dict[str, Any]:
    """Load the lookups. Raises RasaException with what to do if they were never built."""
    if not path.is_file():
        raise RasaException(f"{path} is missing. Build the knowledge base first: `make run` or `make train`.")
    return json.loads(path.read_text(encoding="utf-8"))
