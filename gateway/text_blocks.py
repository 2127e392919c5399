"""One text of ours as blocks: paragraphs, lists, and numbers that can be rung."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """A number to ring: `tel` is digits only, `text` as it is written."""

    tel: str
    text: str


Line = tuple[str | Call, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph (one line) or, with `listed`, a list; `lang` and `dir` where it is no English."""

    lines: tuple[Line, ...]
    listed: bool = False
    lang: str = ""
    dir: str = ""

    @property
    def words(self) -> str:
        """Give the block as plain text."""
        return "\n".join("".join(_words(piece) for piece in line) for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        """Give {"lines": [[text or {"tel", "text"}]], "listed", "lang", "dir"}."""
        lines = [[piece if isinstance(piece, str) else vars(piece) for piece in line] for line in self.lines]
        return {"lines": lines, "listed": self.listed, "lang": self.lang, "dir": self.dir}


def text_blocks(text: str, known_contacts: frozenset[str]) -> list[Block]:
    """Divide a text; lines that begin with "- " are a list. Only known numbers can be rung."""
    numbers = sorted((contact for contact in known_contacts if "@" not in contact), key=len, reverse=True)
    blocks: list[Block] = []
    items: list[Line] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("- "):
            items.append(_pieces(line[2:], numbers))
            continue
        if items:
            blocks.append(Block(tuple(items), listed=True))
            items = []
        if line.strip():
            blocks.append(Block((_pieces(line, numbers),)))
    return blocks


def _pieces(line: str, numbers: list[str]) -> Line:
    found = [number for number in numbers if number in line]
    if not found:
        return (line,)
    # Whole numbers only: 111 is no number to ring in "£2,111".
    parts = re.split(rf"(?<!\w)(?<!\d[ ,.])({'|'.join(map(re.escape, found))})(?!\w|[ ,.]\d)", line)
    return tuple(Call(re.sub(r"\D", "", part), part) if part in found else part for part in parts if part)


def _words(piece: str | Call) -> str:
    return piece if isinstance(piece, str) else piece.text
