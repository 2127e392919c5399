"""Which urgent route a message belongs to, if any."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from re import Pattern
from typing import Any

from safety.patterns import compile_pattern, plain

SENTENCE_END = re.compile(r"[.!?;\n]+")


@dataclass(frozen=True)
class Route:
    """One route: a match of `phrases` counts unless a match of `unless` overlaps it."""

    id: str
    phrases: tuple[Pattern[str], ...]
    unless: tuple[Pattern[str], ...]

    def matches(self, text: str) -> bool:
        """Tell whether `text` (already `plain`) belongs to this route."""
        excused = [match.span() for pattern in self.unless for match in pattern.finditer(text)]
        return any(
            not any(start < match.end() and match.start() < end for start, end in excused)
            for pattern in self.phrases
            for match in pattern.finditer(text)
        )


class SafetyPhrases:
    """All routes, most urgent first."""

    def __init__(self, routes: list[Any]) -> None:
        """Take routes as JSON gives them: {"id", "phrases", "unless"}. Raises PatternError."""
        self._routes = [
            Route(
                route["id"],
                tuple(map(compile_pattern, route["phrases"])),
                tuple(map(compile_pattern, route["unless"])),
            )
            for route in routes
        ]

    @classmethod
    def read(cls, path: Path) -> SafetyPhrases:
        """Load `safety.json` as the knowledge base exports it."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def route(self, message: str) -> str | None:
        """Give the most urgent route that `message`, or one of its sentences, belongs to, or None.

        Sentences count alone too, since an excuse in one must not silence a cry in the next.
        """
        texts = [plain(part) for part in (message, *SENTENCE_END.split(message))]
        return next((route.id for route in self._routes if any(map(route.matches, texts))), None)
