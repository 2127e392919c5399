"""Recognisers see plainer text, but every character stays in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from privacy.folding import DATE, MASKED, fold


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="oO\t\x00")))
def test_plain_text_is_unchanged(text: str) -> None:
    if "[" not in text:
        assert fold(text) == text


def test_digits_dashes_spaces_and_tokens() -> None:
    assert fold("０７\u00a0٤\u2011’") == "07 4-'"
    assert fold("O7700 900123") == "07700 900123"
    assert fold("[phone]") == MASKED * 7
    assert fold("[date of birth]") == DATE * 15
    assert fold(MASKED + DATE) == "  "
