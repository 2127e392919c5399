"""What we say to a parent who writes in another language: one fixed reply for each, in it and in English.

No reply says that an interpreter is there: we do not know which advice lines have one. The line's contact is
a token that `kb.filling` fills with English text, so it stands on a line of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORDINGS = Path(__file__).parent / "wordings"
LINE = "{{advice_line.contact}}"
ENGLISH = (
    "I can only answer in English. The advice service is free. When you contact it, ask whether an "
    "interpreter can help you in your language. If someone is in danger now, ring 999."
)
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur"})


@dataclass(frozen=True)
class Reply:
    """One reply: its language's code and English name, its words; `checked` by a native speaker or not."""

    code: str
    english_name: str
    words: str
    checked: bool

    @property
    def direction(self) -> str:
        """Give the HTML `dir` of `words`: "rtl" or "ltr"."""
        return "rtl" if self.code in RIGHT_TO_LEFT else "ltr"

    @property
    def text(self) -> str:
        """Give the whole message, with its token still to be filled: their words, ours, then the contact."""
        return f"{self.words}\n\n{ENGLISH}\n\n{LINE}"


@lru_cache(maxsize=1)
def replies() -> dict[str, Reply]:
    """Give the reply for each code that `languages.detect.foreign_language` can give.

    Raises KeyError for a file of `wordings/` that lacks a line.
    """
    return {file.stem: _read(file) for file in sorted(WORDINGS.glob("*.txt"))}


def _read(file: Path) -> Reply:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    fields = dict(line.split(": ", 1) for line in lines)
    return Reply(file.stem, fields["name"], fields["words"], fields["checked"] == "true")
