"""A letter as a Word file that can be changed: A4, 12 point, real headings, nobody's name in its details."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from letters.letter import Letter

FONT = "Arial"
STYLES = {"title": "Heading 1", "heading": "Heading 2", "plain": "Normal", "bullet": "List Bullet"}
SIZES = {"Normal": 12, "Heading 1": 16, "Heading 2": 13}
# XML 1.0 has no place for these characters (production 2, Char), and python-docx raises on them.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word_file(letter: Letter) -> bytes:
    """Give the letter as the bytes of a .docx file; characters that XML cannot hold are left out."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    _set_details(document, letter)
    for paragraph in letter.paragraphs:
        document.add_paragraph(NOT_XML.sub("", paragraph.text), STYLES[paragraph.kind])
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)


def _set_styles(document: WordDocument) -> None:
    for name, size in SIZES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.name = FONT
        fonts = style.element.rPr.rFonts
        # A theme's font would win over the one that is named here.
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.attrib.pop(qn(f"w:{script}Theme" if script != "cs" else "w:cstheme"), None)
            fonts.set(qn(f"w:{script}"), FONT)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _set_details(document: WordDocument, letter: Letter) -> None:
    details = document.core_properties
    details.title, details.language = letter.about, "en-GB"
    details.author = details.last_modified_by = details.comments = ""
    details.created = details.modified = datetime.combine(letter.dated, time(12), UTC)
