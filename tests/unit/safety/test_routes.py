"""Which route a message belongs to: the rule on made-up routes, and the real phrases on lists of messages."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from safety.patterns import PatternError
from safety.routes import SafetyPhrases

DATA = Path(__file__).parents[2] / "data" / "safety"


def messages(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


EXPLICIT = [line.split("\t") for line in messages("explicit.txt")]
INDIRECT = [line.split("\t") for line in messages("indirect.txt")]
NEGATIVE = messages("negative.txt")


def routes(*parts: tuple[str, list[str], list[str]]) -> SafetyPhrases:
    return SafetyPhrases([{"id": name, "phrases": yes, "unless": no} for name, yes, no in parts])


def test_the_first_route_that_matches_wins() -> None:
    both = routes(("first", ["danger"], []), ("second", ["danger now"], []))
    assert both.route("danger now") == "first"


def test_a_message_without_any_phrase_has_no_route() -> None:
    assert routes(("first", ["danger"], [])).route("a question about SENCOs") is None


@pytest.mark.parametrize("empty", ["", " ", "\n", "...", "?"])
def test_an_empty_message_has_no_route(phrases: SafetyPhrases, empty: str) -> None:
    assert phrases.route(empty) is None


def test_an_idiom_over_the_phrase_excuses_it() -> None:
    assert routes(("r", ["kill"], ["dressed to kill"])).route("dressed to kill") is None


def test_an_idiom_elsewhere_in_the_sentence_excuses_nothing() -> None:
    assert routes(("r", ["kill me"], ["dressed to kill"])).route("dressed to kill he will kill me") == "r"


def test_an_idiom_in_one_sentence_does_not_silence_the_next() -> None:
    joined = routes(("r", ["kill"], ["kill ... time"]))
    assert joined.route("he will kill. I have no time") == "r"


def test_words_on_both_sides_of_a_full_stop_still_count_together() -> None:
    assert routes(("r", ["took tablets"], [])).route("he took. Tablets") == "r"


def test_a_phrase_that_is_not_well_formed_stops_the_start() -> None:
    with pytest.raises(PatternError):
        routes(("r", ["(never closed"], []))


@pytest.mark.parametrize("content", ["", "{", '[{"id": "r"}]'])
def test_a_broken_file_stops_the_start(tmp_path: Path, content: str) -> None:
    path = tmp_path / "safety.json"
    path.write_text(content)
    with pytest.raises((ValueError, KeyError)):
        SafetyPhrases.read(path)


def test_the_lists_are_long_enough_and_have_every_route() -> None:
    counts = Counter(route for route, _ in EXPLICIT)
    assert set(counts) == {"danger_now", "adult_crisis", "child_concern"}
    assert min(counts.values()) >= 100
    assert len(INDIRECT) >= 100
    assert len(set(NEGATIVE)) >= 900


@pytest.mark.parametrize(("route", "message"), EXPLICIT, ids=[message for _, message in EXPLICIT])
def test_every_explicit_cry_takes_its_own_route(phrases: SafetyPhrases, route: str, message: str) -> None:
    assert phrases.route(message) == route


def test_most_indirect_cries_are_heard(phrases: SafetyPhrases) -> None:
    missed = [message for _, message in INDIRECT if phrases.route(message) is None]
    assert len(missed) <= 0.15 * len(INDIRECT), missed


def test_few_ordinary_messages_raise_an_alarm(phrases: SafetyPhrases) -> None:
    alarms = [message for message in NEGATIVE if phrases.route(message)]
    assert len(alarms) <= 0.02 * len(NEGATIVE), alarms


@pytest.mark.parametrize("change", [str.upper, str.title, lambda text: f"  {text}!!! ", "hi. {} ".format])
def test_shouting_and_surroundings_change_no_route(phrases: SafetyPhrases, change: Any) -> None:
    differing = [message for route, message in EXPLICIT if phrases.route(change(message)) != route]
    assert differing == []


@pytest.mark.parametrize("words", ["taken ", "i want to ", "he he has taken a whole ", "a", "... "])
def test_a_hostile_long_message_is_decided_at_once(phrases: SafetyPhrases, words: str) -> None:
    begun = time.perf_counter()
    phrases.route((words * 4000)[:4000])
    assert time.perf_counter() - begun < 1.0
