"""The Word file, opened again: the same words, real headings, A4, English, nobody's name in its details."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.letter import Letter, Paragraph
from letters.request import Request, letter
from letters.word import word_file

FULL = Request(date(2026, 11, 28), writer="Ann Example", child="Sam", hard="one\ntwo", needs=("cognition",))


def opened(written: Letter) -> Document:
    return docx.Document(BytesIO(word_file(written)))


def plain(text: str) -> Letter:
    return Letter("About", date(2026, 11, 28), (Paragraph(text),))


def test_the_file_has_the_letters_paragraphs_in_order() -> None:
    written = letter(FULL)
    assert [p.text for p in opened(written).paragraphs] == [p.text for p in written.paragraphs]


def test_headings_are_headings_for_a_screen_reader() -> None:
    by_style: dict[str, list[str]] = {}
    for paragraph in opened(letter(FULL)).paragraphs:
        assert paragraph.style is not None
        by_style.setdefault(str(paragraph.style.name), []).append(paragraph.text)
    assert by_style["Heading 1"] == ["Request for an EHC needs assessment"]
    assert by_style["Heading 2"][0] == "What is hard"
    assert by_style["Heading 2"][-1] == "What I am asking for"
    assert by_style["List Bullet"] == ["cognition and learning"]


def test_the_page_is_a4_and_the_type_12_point() -> None:
    document = opened(letter(FULL))
    page, normal = document.sections[0], document.styles["Normal"]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert normal.font.size is not None  # type: ignore[attr-defined]
    assert normal.font.size.pt == 12  # type: ignore[attr-defined]


@pytest.mark.parametrize("style", ["Normal", "Heading 1", "Heading 2"])
def test_the_typeface_is_not_overruled_by_a_theme(style: str) -> None:
    fonts = opened(letter(FULL)).styles[style].element.rPr.rFonts
    assert set(fonts.attrib) == {qn("w:ascii"), qn("w:hAnsi"), qn("w:eastAsia"), qn("w:cs")}
    assert set(fonts.attrib.values()) == {"Arial"}


def test_the_language_is_british_english() -> None:
    document = opened(letter(FULL))
    assert document.core_properties.language == "en-GB"
    languages = [found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))]
    assert set(languages) == {"en-GB"}


def test_the_details_name_nobody() -> None:
    details = opened(letter(FULL)).core_properties
    assert details.title == "Request for an EHC needs assessment"
    assert (details.author, details.last_modified_by, details.comments) == ("", "", "")
    assert details.created is not None
    assert details.created.date() == date(2026, 11, 28)
    with zipfile.ZipFile(BytesIO(word_file(letter(FULL)))) as parts:
        holding = [name for name in parts.namelist() if re.search(rb"Ann Example|Sam", parts.read(name))]
    assert holding == ["word/document.xml"]


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_left_out(character: str) -> None:
    assert opened(plain(f"a{character}b")).paragraphs[0].text == "ab"


@pytest.mark.parametrize(
    "text", ["<script>&amp;</script>", "👩\u200d🏫 é ژ", "a\tb", "x" * 4000, "]]>", "\U0010fffd"]
)
def test_everything_else_is_kept(text: str) -> None:
    assert opened(plain(text)).paragraphs[0].text == text


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_stops_the_file(text: str) -> None:
    assert len(opened(plain(text)).paragraphs) == 1
