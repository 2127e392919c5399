"""The grade is the published one, and nothing makes a text look easier than it is."""

from __future__ import annotations

import pytest

from benchmarks.grade import MISSED, grade, word_count


def test_the_grade_follows_the_published_formula() -> None:
    # Eight words of one syllable in two sentences.
    expected = 0.39 * 4 + 11.8 * (1 + MISSED) - 15.59
    assert grade(["The cat sat down. The dog ran off."]) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("special", 2), ("educational", 5), ("EHC", 3), ("SEND", 1), ("e-mail", 2), ("don't", 1), ("20", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, syllables: int) -> None:
    expected = 0.39 * 4 + 11.8 * ((3 + syllables) / 4 + MISSED) - 15.59
    assert grade([f"the dog ran {word}"]) == pytest.approx(expected)


def test_a_list_item_ends_a_sentence_with_or_without_a_full_stop() -> None:
    assert grade(["The cat sat down", "The dog ran off"]) == grade(["The cat sat down. The dog ran off."])


def test_a_mark_inside_a_number_or_an_address_ends_nothing() -> None:
    assert grade(["The form costs 2.50 on gov.uk now."]) > grade(["The form costs 2. 50 on gov. uk now."])


def test_longer_sentences_and_longer_words_are_harder() -> None:
    easy = grade(["The school can help. You can ask."])
    assert grade(["The school can help and you can ask."]) > easy
    assert grade(["The educational establishment can facilitate. You can ask."]) > easy


def test_headings_and_buttons_do_not_make_a_page_look_easy() -> None:
    hard = ["The local authority must determine whether an assessment may be necessary."]
    assert grade([*hard, "Send", "Go back now"]) == grade(hard)
    assert word_count([*hard, "Send", "Go back now"]) == 11


def test_nothing_to_read_is_no_grade() -> None:
    with pytest.raises(ValueError, match="nothing to read"):
        grade(["Send", "..."])
