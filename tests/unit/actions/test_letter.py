"""The way to the letter: who asks, what is hard, the page; interruptible, and no private thing asked for."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.letter import DIFFICULTIES, WHO, ActionLetter
from actions.told import ActionTold


@pytest.mark.parametrize("who", WHO)
def test_buttons_lead_to_the_page(run: Any, who: str) -> None:
    said = run(ActionLetter, {"council": "bathnes"}, intent="letter", text="/letter")
    assert said.customs[0]["step"] == "who"
    said = run(ActionLetter, said.slots, intent="letter", text="/letter", entities={"who": who})
    assert said.customs[0]["step"] == "needs"
    said = run(ActionLetter, said.slots, intent="letter", text="/letter", entities={"difficulty": "sensory"})
    assert '/letter{"difficulty": "sensory"}' not in said.payloads
    said = run(ActionLetter, said.slots, intent="letter", text="/letter", entities={"difficulty": "done"})
    (link,) = said.customs[0]["links"]
    assert link["href"] == f"/letter?who={who}&needs=sensory&council=bathnes"
    assert said.slots["waiting"] is None


@pytest.mark.parametrize(
    ("who", "needs", "href"),
    [
        ("im his mum", "he cant read and gets anxious", "/letter?who=parent&needs=cognition%2Cemotional"),
        ("nan", "speech", "/letter?who=other&needs=communication"),
        ("I'm 17 and its for me", "that is all", "/letter?who=young_person&needs="),
        (
            "im a teacher at the school",
            "hearing and learning",
            "/letter?who=school&needs=cognition%2Csensory",
        ),
    ],
)
def test_typed_answers_lead_there_too(run: Any, who: str, needs: str, href: str) -> None:
    said = run(ActionLetter, intent="letter", text="/letter")
    said = run(ActionTold, said.slots, intent="told", text=who)
    said = run(ActionTold, said.slots, intent="told", text=needs)
    assert said.customs[0]["links"][0]["href"] == href


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("can you help me write the letter asking for an assessment", True),
        ("is there a template letter", True),
        ("how do I ask for an assessment", False),
    ],
)
def test_asking_for_the_letter_begins_it(run: Any, text: str, wanted: bool) -> None:
    said = run(ActionAnswer, intent="ehc_request_how", text=text)
    assert ("letter" in said.kinds) is wanted
    assert wanted or "/letter" in said.payloads


def test_the_law_and_nothing_more_is_asked(run: Any) -> None:
    said = run(ActionLetter, intent="letter", text="/letter", entities={"who": "parent"})
    assert "has, or may have, special educational needs" in said.text
    assert "section 36(8)" in said.text
    assert "severe" not in said.text


def test_a_question_in_between_is_answered_and_the_letter_is_offered_again(run: Any) -> None:
    slots = run(ActionLetter, intent="letter", text="/letter", entities={"who": "parent"}).slots
    said = run(ActionAnswer, slots, intent="funding", text="who pays?")
    assert "/letter" in said.payloads
    again = run(ActionLetter, said.slots, intent="letter", text="/letter")
    assert again.customs[0]["step"] == "needs"
    assert len([p for p in again.payloads if "difficulty" in p]) == len(DIFFICULTIES) + 1
