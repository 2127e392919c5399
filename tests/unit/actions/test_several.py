"""Several asks in one message."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from actions.answer import ActionAnswer
from actions.several import NEEDS, ActionSeveral
from tests.architecture.test_wiring import ROOT
from tests.unit.actions.conftest import latest_message


def ask(text: str, topic: str, answer: str = "", **said: Any) -> dict[str, Any]:
    scores = {f"{topic}/{answer}": 0.9} if answer else {}
    return latest_message(text, topic, ranking={topic: 0.9}, scores=scores, **said)


TWO = [
    ask("how long does the council have", "ehc_timescale", "decision-in-6-weeks"),
    ask("can i get a taxi for her", "transport", "school-age-test"),
]


def test_each_ask_is_answered_under_its_own_words(run: Any) -> None:
    said = run(ActionSeveral, intent="several_asks", asks=TWO)
    assert said.answers == ["ehc_timescale/decision-in-6-weeks", "transport/school-age-test"]
    texts = [message["text"] for message in said.messages if message.get("text")]
    assert [text.splitlines()[0] for text in texts] == [
        "1. How long does the council have",
        "2. Can i get a taxi for her",
    ]
    assert said.slots["last_topic"] == "transport"
    assert said.answers[-1] == "transport/school-age-test"


def test_at_most_four_are_answered_and_the_rest_is_offered(run: Any) -> None:
    topics = ["funding", "transport", "exclusion", "bullying", "transition", "home_education"]
    said = run(ActionSeveral, intent="several_asks", asks=[ask(f"what about {t}", t) for t in topics])
    assert [answer.split("/")[0] for answer in said.answers] == topics[:4]
    assert said.payloads[:2] == ["/transition", "/home_education"]


def test_a_school_named_for_one_ask_holds_for_all(run: Any) -> None:
    asks = [ask("who is the senco", "senco_role"), ask("and what is the plan called", "sen_support_plan")]
    said = run(ActionSeveral, intent="several_asks", asks=asks, entities={"school": "bawtry-mayflower"})
    assert said.slots["school"] == "bawtry-mayflower"
    assert {custom["school"] for custom in said.customs if custom["kind"] == "answer"} == {"bawtry-mayflower"}


def test_a_long_ask_is_cut_at_a_word_in_its_heading(run: Any) -> None:
    said = run(
        ActionSeveral,
        intent="several_asks",
        asks=[ask("what about " + "everything " * 30, "funding"), TWO[1]],
    )
    heading = said.messages[0]["text"].splitlines()[0]
    assert len(heading) < 100
    assert heading.endswith("everything ...")


def test_no_number_is_given_before_the_area_is_known(run: Any) -> None:
    asks = [TWO[0], ask("what is the number of the advice line", "advice_line_contact")]
    said = run(ActionSeveral, intent="several_asks", asks=asks)
    assert "01225" not in said.text
    assert "ask_area" in said.kinds


@pytest.mark.parametrize("intent", ["who_to_talk_to", "ladder_step", "glossary", "funding", "human_handoff"])
def test_an_ask_goes_to_the_action_that_the_rules_give_it(intent: str) -> None:
    rules = YAML(typ="safe").load(ROOT / "data/core/rules.yml")["rules"]
    ruled = {
        option["intent"]: rule["steps"][1]["action"]
        for rule in rules
        for option in rule["steps"][0].get("or", [rule["steps"][0]])
    }
    assert NEEDS.get(intent, ActionAnswer)().name() == ruled[intent]
