"""A parent's words in normal form: what is taken out, what stays, what is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.problems import Refused
from gateway.words import LONGEST, normalise

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  what is a SENCO?  ", "what is a SENCO?"),
        ("cafe\u0301", "café"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\tb", "a\tb"),
        ("a\x00b\x07c", "abc"),
        ("\u200bhid\u200cden\u2060", "hidden"),
        ("\u202eturned\u202c", "turned"),
        ("soft\u00adhyphen \ufeff", "softhyphen"),
        ("half \ud83d of a pair \udc9b", "half  of a pair"),
        ("private \ue000 use", "private  use"),
        (f"our {FAMILY}", f"our {FAMILY}"),
        ("join\u200der", "joiner"),
        ("end\u200d", "end"),
        ("/restart", "/restart"),
        ('/inform{"council": "bathnes"}', '/inform{"council": "bathnes"}'),
        ("<b>bold</b> & {{token}}", "<b>bold</b> & {{token}}"),
    ],
)
def test_words_are_kept_in_one_normal_form(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t\n", "\x00", "\u200b\u200d\ufeff", "\ud800\udfff"])
def test_a_message_with_nothing_to_see_is_refused(nothing: str) -> None:
    with pytest.raises(Refused) as refused:
        normalise(nothing)
    assert refused.value.code == "empty"


def test_the_longest_message_is_taken() -> None:
    assert normalise("a" * LONGEST) == "a" * LONGEST


@pytest.mark.parametrize(("length", "said"), [(LONGEST + 1, "4,001"), (60_000, "60,000")])
def test_a_longer_message_is_refused_with_both_lengths(length: int, said: str) -> None:
    with pytest.raises(Refused) as refused:
        normalise("a" * length)
    assert refused.value.code == "too_long"
    assert said in refused.value.message
    assert "4,000" in refused.value.message


def test_what_is_not_seen_does_not_count_towards_the_length() -> None:
    assert normalise("a\u200b" * LONGEST + "  \n") == "a" * LONGEST


@given(st.text(st.characters(), min_size=1, max_size=60))
def test_normal_words_are_clean_and_stay_as_they_are(typed: str) -> None:
    try:
        kept = normalise(typed)
    except Refused:
        return
    assert normalise(kept) == kept
    assert kept == kept.strip() != ""
    assert unicodedata.is_normalized("NFC", kept)
    unseen = {letter for letter in kept if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn")}
    assert unseen <= {"\n", "\t", "\u200d"}
    assert kept.encode("utf-8")
