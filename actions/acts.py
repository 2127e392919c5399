"""Small talk and yes or no: each act has its responses in responses.yml, never the same twice in a row."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from actions.base import Events, Need
from actions.clock import ask_on as ask_clock
from actions.letter import ask_on as ask_letter
from actions.reply import Reply
from actions.turn import Turn
from actions.waiting import done, waits_for

FILE = Path(__file__).parent / "responses.yml"
RESPONSES = {
    "greet": "utter_greet",
    "thank": "utter_welcome",
    "goodbye": "utter_goodbye",
    "bot_challenge": "utter_bot",
    "affirm": "utter_go_on",
    "deny": "utter_anything_else",
    "feedback_good": "utter_glad",
    "silence": "utter_silence",
}


class ActionAct(Need):
    """The parent greets, thanks, says yes or no, asks who we are."""

    everywhere = True
    keeps_topic = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_act"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Go on with what waits if the parent says yes, put it aside for a no; else say a response."""
        helper = waits_for(turn)
        if helper and turn.intent == "affirm":
            return ask_letter(turn, reply) if helper == "letter" else ask_clock(turn, reply)
        say_response(RESPONSES.get(turn.intent, "utter_go_on"), turn, reply)
        return done() if helper and turn.intent == "deny" else []


@lru_cache(maxsize=1)
def responses() -> dict[str, Any]:
    """Give the variants of each response, as `responses.yml` holds them."""
    found: dict[str, Any] = YAML(typ="safe").load(FILE)
    return found


def say_response(name: str, turn: Turn, reply: Reply) -> None:
    """Say a response, another variant than before. Raises KeyError for a missing one."""
    variants = responses()[name]
    chosen = next((v for v in variants if v["text"] not in turn.said_before), variants[0])
    reply.buttons += [dict(button) for button in chosen.get("buttons") or []]
    reply.say(chosen["text"])
