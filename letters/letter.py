"""A letter as a list of paragraphs, whatever becomes of it: a page, plain text or a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["title", "heading", "plain", "bullet"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `text` may hold line breaks. A letter has one `title`; a `heading` opens a section."""

    text: str
    kind: Kind = "plain"


@dataclass(frozen=True)
class Letter:
    """A whole letter of the day `dated`. `about` is its subject in general words, without anybody's name."""

    about: str
    dated: date
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The letter as plain text: an empty line between paragraphs, none between bullets."""
        text, before = "", None
        for paragraph in self.paragraphs:
            listed = paragraph.kind == "bullet"
            if before is not None:
                text += "\n" if listed and before.kind == "bullet" else "\n\n"
            text += f"- {paragraph.text}" if listed else paragraph.text
            before = paragraph
        return f"{text}\n"
