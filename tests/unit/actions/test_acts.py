"""Small talk: never the same words twice in a row, and yes or no to a helper that waits."""

from __future__ import annotations

from typing import Any

import pytest

from actions.acts import RESPONSES, ActionAct

LETTER = {"waiting": {"for": "letter", "step": "who", "difficulties": []}}


@pytest.mark.parametrize("intent", RESPONSES)
def test_every_act_has_another_variant_when_it_comes_again(run: Any, intent: str) -> None:
    first = run(ActionAct, intent=intent, text="hm")
    again = run(ActionAct, intent=intent, text="hm", before=[first.text])
    assert first.text
    assert again.text
    assert first.text != again.text


def test_small_talk_leaves_the_topic(run: Any) -> None:
    assert (
        run(ActionAct, {"last_topic": "funding"}, intent="thank", text="ta").slots["last_topic"] == "funding"
    )


def test_yes_goes_on_with_what_waits_and_no_puts_it_aside(run: Any) -> None:
    assert run(ActionAct, LETTER, intent="affirm", text="yes").kinds == ["letter"]
    assert run(ActionAct, LETTER, intent="deny", text="no").slots["waiting"] is None
    clock = {"waiting": {"for": "clock", "event": "draft"}}
    assert run(ActionAct, clock, intent="affirm", text="yes").kinds == ["ask_date"]


def test_another_act_offers_to_go_on(run: Any) -> None:
    assert "/letter" in run(ActionAct, LETTER, intent="thank", text="thanks").payloads
