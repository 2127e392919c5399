"""What a word means: every sense, the parent's own school first, and today's word for an old one."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.glossary import MOST_TERMS, ActionGlossary


def explain(run: Any, terms: str | list[str], slots: dict[str, Any] | None = None) -> Any:
    return run(ActionGlossary, slots, intent="glossary", entities={"term": terms} if terms else {})


def test_a_word_is_explained_with_its_source(run: Any) -> None:
    said = explain(run, "senco")
    assert said.text.startswith("SENCO")
    assert "Last checked" in said.text
    assert said.answers == ["glossary/senco"]
    assert said.customs[0]["sources"]


def test_every_sense_of_a_word_is_told(run: Any) -> None:
    said = explain(run, "la")
    assert "the council that runs education" in said.text
    assert "It can also mean: At Ash Hill Academy, LA Centre" in said.text


@pytest.mark.parametrize(
    ("slots", "own_first"),
    [({}, False), ({"school": "bawtry-mayflower"}, False), ({"school": "ash-hill"}, True)],
)
def test_the_parents_own_school_comes_first(run: Any, slots: dict[str, str], own_first: bool) -> None:
    text = explain(run, "la", slots).text
    assert (text.index("LA Centre") < text.index("the council that runs education")) is own_first


@pytest.mark.parametrize(
    ("old", "now"), [("statement", "EHC plan"), ("iep", "SEN Support Plan"), ("school-action", "SEN support")]
)
def test_an_old_word_comes_with_todays(run: Any, old: str, now: str) -> None:
    assert f"This is an old word. Today people say: {now}." in explain(run, old).text


def test_a_word_of_today_is_not_called_old(run: Any) -> None:
    assert "old word" not in explain(run, "senco").text


def test_each_word_is_explained_once_and_at_most_three(run: Any) -> None:
    said = explain(run, ["senco", "la", "senco", "slt", "statement"])
    assert said.answers == ["glossary/senco", "glossary/la", "glossary/slt"]
    assert len(said.answers) == MOST_TERMS


@pytest.mark.parametrize("terms", ["", "quidditch"])
def test_a_word_that_is_not_in_the_list_is_admitted_and_handed_over(run: Any, terms: str) -> None:
    said = explain(run, terms, {"council": "bathnes"})
    assert "I do not have that word in my list yet." in said.text
    assert said.kinds == ["handoff"]
    assert said.customs[0]["reason"] == "not_understood"


def test_a_known_word_beside_an_unknown_one_is_still_explained(run: Any) -> None:
    assert explain(run, ["quidditch", "senco"]).answers == ["glossary/senco"]


@pytest.mark.parametrize(
    ("text", "term", "slots", "offered"),
    [
        ("SLT say he can have no help", "slt", {}, True),
        ("the slt says wait", "slt", {}, True),
        ("the senior leadership team says no", "slt", {}, False),  # said in full
        ("the LA says no", "la", {}, False),  # only at Ash Hill has it another meaning
        ("the LA says no", "la", {"school": "ash-hill"}, True),
        ("the senco says no", "senco", {}, False),
    ],
)
def test_an_abbreviation_with_two_meanings_in_a_story_is_offered_for_explaining(
    run: Any, text: str, term: str, slots: dict[str, str], offered: bool
) -> None:
    said = run(ActionAnswer, slots, text=text, intent="what_is_sen_support", entities={"term": term})
    assert said.kinds == ["answer"]
    assert (f'/glossary{{"term": "{term}"}}' in said.payloads) is offered
    assert ("can mean more than one thing" in said.text) is offered


@pytest.mark.parametrize(
    "text", ["What's an IPRA, another mum has one", "whats an ipra", "What is the IPRA?"]
)
def test_an_old_word_is_explained_whatever_topic_it_was_taken_for(run: Any, text: str) -> None:
    said = run(ActionAnswer, {}, intent="funding", entities={"term": ["ipra"]}, text=text)
    assert said.answers == ["glossary/ipra"]
    assert "This is an old word." in said.text
    assert said.slots["last_topic"] == "glossary"


@pytest.mark.parametrize(
    ("term", "text"),
    [("ipra", "can we get an IPRA"), ("senco", "what is a SENCO"), ("ipra", "what is an IPRAT")],
    ids=["not asked what it is", "a word of today", "another word"],
)
def test_a_word_in_a_question_about_something_else_is_not_explained(run: Any, term: str, text: str) -> None:
    said = run(ActionAnswer, {}, intent="funding", entities={"term": [term]}, text=text)
    assert said.answers[0].startswith("funding/")
