"""What says nothing, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages.gibberish import is_gibberish, is_silence


def table(name: str) -> list[str]:
    return (Path(__file__).parent / "sentences" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", table("mash"))
def test_mash_symbols_and_senseless_numbers_are_gibberish(text: str) -> None:
    assert is_gibberish(text)
    assert not is_silence(text)


@pytest.mark.parametrize("text", table("meant"))
def test_short_misspelt_and_foreign_words_are_meant(text: str) -> None:
    assert not is_gibberish(text)
    assert not is_silence(text)


@pytest.mark.parametrize("text", ["", " ", "?", "??", "...", "…", "!!!", "?!", "-", " . ", "\n", "¿?"])
def test_punctuation_alone_is_silence_and_not_gibberish(text: str) -> None:
    assert is_silence(text)
    assert not is_gibberish(text)


def test_both_tables_are_long_enough() -> None:
    assert len(set(table("mash"))) >= 60
    assert len(set(table("meant"))) >= 60
