"""What can be wrong with content, and how it is told to an editor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content: where it stands and what to do about it."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class ContentError(Exception):
    """The content has mistakes; nothing was built. `problems` holds every one found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        count = len(self.problems)
        lines = "\n".join(str(problem) for problem in self.problems)
        super().__init__(
            f"{lines}\n{count} mistake{'s' if count != 1 else ''} in the content. "
            "Nothing was built; the last good knowledge base is still in use."
        )
