"""Folding and the lists."""

from __future__ import annotations

import pytest

from languages.words import LISTS, STEM_LENGTHS, fold, lexicon, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Școală", "scoala"),
        ("İngilizce", "ingilizce"),
        ("kız", "kiz"),
        ("ŵyr", "wyr"),
        ("OK", "ok"),
    ],
)
def test_accents_and_capitals_go(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_an_apostrophe_parts_two_words() -> None:
    assert words("l'école, he’s 7") == ["l", "ecole", "he", "s"]


def test_a_word_that_english_has_too_is_evidence_of_nothing() -> None:
    assert lexicon().languages("son") == frozenset()
    assert lexicon().languages("fiul") == {"ro"}


def test_a_stem_finds_every_ending() -> None:
    assert lexicon().languages("szkolnej") == {"pl"}
    assert lexicon().languages("szk") == frozenset()


def test_no_stem_is_shorter_or_longer_than_is_looked_for() -> None:
    assert {len(stem) for stem in lexicon().stems} <= set(STEM_LENGTHS)


def test_every_list_is_short_enough_to_read() -> None:
    assert all(len(file.read_text(encoding="utf-8").splitlines()) < 200 for file in LISTS.glob("*.txt"))
