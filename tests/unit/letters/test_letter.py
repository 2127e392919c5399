"""A letter as plain text."""

from __future__ import annotations

from datetime import date

from letters.letter import Letter, Paragraph


def test_paragraphs_stand_apart_and_bullets_together() -> None:
    letter = Letter(
        "About",
        date(2026, 1, 2),
        (
            Paragraph("Title", "title"),
            Paragraph("one\ntwo"),
            Paragraph("a", "bullet"),
            Paragraph("b", "bullet"),
            Paragraph("End", "heading"),
        ),
    )
    assert letter.text == "Title\n\none\ntwo\n\n- a\n- b\n\nEnd\n"
