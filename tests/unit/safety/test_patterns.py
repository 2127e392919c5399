"""The small language of safety phrases: what each sign matches, and what is refused."""

from __future__ import annotations

import pytest

from safety.patterns import PatternError, compile_pattern, plain


def matches(pattern: str, message: str) -> bool:
    return compile_pattern(pattern).search(plain(message)) is not None


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("I can't", " i cant "),
        ("I can’t", " i cant "),
        ("I can´t", " i cant "),
        ("I can t", " i cant "),
        ("he s gone, i m scared", " hes gone im scared "),
        ("HELP!!!", " help "),
        ("heeeelp", " help "),
        ("needed it all", " needed it all "),
        ("2000 mg", " 2000 mg "),
        ("café", " cafe "),
        ("ｋｉｌｌ", " kill "),
        ("self-harm_now", " self harm now "),
        ("one\n\ttwo", " one two "),
        ("", "  "),
        ("?!", "  "),
    ],
)
def test_a_message_is_made_plain(typed: str, seen: str) -> None:
    assert plain(typed) == seen


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("end it", "I want to END it."),
        ("(kill|hurt) myself", "i will hurt myself"),
        ("(kill|do away with) myself", "do away with myself now"),
        ("took (all)? his tablets", "he took his tablets"),
        ("took (all)? his tablets", "he took all his tablets"),
        ("she is? gone", "she gone"),
        ("overdos*", "overdosing"),
        ("overdos*", "an overdose"),
        ("(knife|blad*) at me", "blades at me"),
        ("took ... tablets", "took tablets"),
        ("took ... tablets", "took one two three four five tablets"),
        ("((my|his) own)? neck", "a neck"),
        ("a (b (c|d))? e", "a b d e"),
        ("END It", "end it"),
        ("rope|noose", "a noose"),
        ("rope|noose", "a rope"),
    ],
)
def test_a_pattern_finds_what_it_means(pattern: str, message: str) -> None:
    assert matches(pattern, message)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("end it", "send it"),
        ("end it", "end item"),
        ("end it", "end of it"),
        ("(kill|hurt) myself", "hurt by myself"),
        ("overdos*", "not overdue"),
        ("overdose", "overdoses"),
        ("took ... tablets", "took one two three four five six tablets"),
        ("she is? gone", "she was gone"),
        ("rope|noose", "in europe"),
        ("rope|noose", "ropes"),
    ],
)
def test_a_pattern_leaves_other_words_alone(pattern: str, message: str) -> None:
    assert not matches(pattern, message)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "   ",
        "don't",
        "a (b",
        "a b)",
        "?",
        "a (?) b",
        "a .. b",
        "a, b",
        "a** b",
        "a + b",
        "a [b]",
        "café",
        "a_b",
    ],
)
def test_a_phrase_that_is_not_well_formed_is_refused_by_name(pattern: str) -> None:
    with pytest.raises(PatternError) as refused:
        compile_pattern(pattern)
    assert f'"{pattern}"' in str(refused.value)
