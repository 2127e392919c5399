"""Several asks in one message: each is answered under its own words, at most four; the rest is offered."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.advice_line import ActionAdviceLine
from actions.answer import ActionAnswer
from actions.base import Events, Need
from actions.glossary import ActionGlossary
from actions.handoff import ActionHandoff, hand_over
from actions.ladder import ActionLadder
from actions.reply import Reply
from actions.turn import Turn
from actions.who import ActionWho

MOST_ANSWERED = 4
LONGEST_HEADING = 90
# The same needs as in data/core/rules.yml; whatever is not named here is answered from the knowledge base.
NEEDS: dict[str, type[Need]] = {
    "who_to_talk_to": ActionWho,
    "not_happy_with_support": ActionLadder,
    "ladder_step": ActionLadder,
    "advice_line_contact": ActionAdviceLine,
    "human_handoff": ActionHandoff,
    "glossary": ActionGlossary,
}


class ActionSeveral(Need):
    """The parent asks several things at once."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_several"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Answer each ask as if it had come alone, in the order they were asked."""
        if not turn.asks:
            return hand_over("not_understood", reply)
        events: Events = []
        for number, ask in enumerate(turn.asks[:MOST_ANSWERED], start=1):
            reply.heading = f"{number}. {_heading(ask.text)}"
            events += NEEDS.get(ask.intent, ActionAnswer)().meet(ask, reply)
            reply.heading = ""
        rest = turn.asks[MOST_ANSWERED:]
        reply.buttons = [*map(_offer, rest), *reply.buttons]
        if rest:
            reply.say("You asked more than that. Press a button to go on.")
        last = turn.asks[:MOST_ANSWERED][-1]
        return [*_joined(events), SlotSet("last_topic", last.intent)]


def _offer(ask: Turn) -> dict[str, str]:
    return {"title": _heading(ask.text), "payload": f"/{ask.intent}"}


def _heading(text: str) -> str:
    short = text if len(text) <= LONGEST_HEADING else text[:LONGEST_HEADING].rsplit(" ", 1)[0] + " ..."
    return short[:1].upper() + short[1:]


def _joined(events: Events) -> Events:
    """Keep of each slot what was said last, and nothing of questions that wait for the area twice."""
    return list({event.get("name", str(index)): event for index, event in enumerate(events)}.values())
