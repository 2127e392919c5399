"""What a helper waits for is heard, and whatever asks something is not taken for it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.readable import Readable
from bot.nlu.told import Told
from bot.told import is_told

CLOCK: dict[str, Any] = {"for": "clock", "event": "request"}
WHO: dict[str, Any] = {"for": "letter", "step": "who"}
NEEDS: dict[str, Any] = {"for": "letter", "step": "needs"}


@pytest.mark.parametrize(
    ("waiting", "text"),
    [
        (CLOCK, "3 october"),
        (CLOCK, "it was last tuesday i think"),
        (CLOCK, "03/10/26"),
        (CLOCK, "seven weeks ago"),
        (CLOCK, "Friday"),
        (CLOCK, "31 february"),
        (WHO, "im his mum"),
        (WHO, "I'm 17"),
        (NEEDS, "reading and anxiety"),
        (NEEDS, "that's all"),
    ],
)
def test_an_answer_is_heard(waiting: dict[str, Any], text: str) -> None:
    assert is_told(waiting, text)


@pytest.mark.parametrize(
    ("waiting", "text"),
    [
        (None, "3 october"),
        (CLOCK, "what happens on 3 october?"),
        (CLOCK, "how long does it take"),
        (CLOCK, "the school does nothing"),
        (CLOCK, "/clock"),
        (WHO, "who can ask?"),
        (WHO, "what if his mum says no"),
        (NEEDS, "can I stop here"),
        (NEEDS, " ".join(["reading"] * 40)),
    ],
)
def test_a_question_is_not(waiting: dict[str, Any] | None, text: str) -> None:
    assert not is_told(waiting, text)


def test_the_step_reads_the_slot() -> None:
    class Tracker:
        def get_slot(self, name: str) -> Any:
            return {"waiting": CLOCK}.get(name)

    message, tracker = Message(data={TEXT: "3 october", INTENT: {"name": "inform"}}), Tracker()
    Told({}).process([message], tracker)  # type: ignore[arg-type]
    assert message.get(INTENT)["name"] == "told"


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("moje dziecko potrzebuje pomocy w szkole", "other_language", "pl"),
        ("...", "silence", None),
        ("asdfghjkl", "gibberish", None),
        ("who is the senco", "senco_role", None),
        ("/senco_role", "senco_role", None),
    ],
)
def test_what_cannot_be_read_gets_its_own_intent(text: str, intent: str, language: str | None) -> None:
    message = Message(data={TEXT: text, INTENT: {"name": "senco_role"}})
    Readable({}).process([message])
    assert message.get(INTENT)["name"] == intent
    assert message.get("language") == language
