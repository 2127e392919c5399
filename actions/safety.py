"""A cry for help: the fixed message first, the ordinary question afterwards."""

from __future__ import annotations

import re

from rasa_sdk.events import SlotSet

from actions.answer import answer_topic
from actions.base import Events, Need
from actions.reply import Reply
from actions.rungs import ON_THE_LADDER, next_step
from actions.turn import Turn
from kb import queries
from kb.speech import contact_full

CHILD = re.compile(
    r"\b(son|daughter|child|kid|boy|girl|he|she|they|him|her|lad|grand\w+|pupil)\b",
    re.IGNORECASE,
)
SURE_QUESTION = 0.4
LOCAL_CONTACTS = ("childrens-social-care", "childrens-social-care-out-of-hours")
# Answered by other actions, or no question at all.
NOT_A_QUESTION = frozenset({"safeguarding_urgent", "out_of_scope", "human_handoff"})


class ActionSafety(Need):
    """Someone may be in danger."""

    everywhere = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_safety"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Give the route's message and, where we know the area, who to tell; then answer the question."""
        route = turn.safety_route or _likely_route(turn.text)
        message = queries.safety_message(reply.session, route)
        if message is None:
            raise LookupError(f"the knowledge base has no safety message for {route}")
        parts = [reply.filler.fill(message).strip()]
        if route != "adult_crisis" and reply.area.council:
            local = (queries.contact(reply.session, name, reply.area.council.id) for name in LOCAL_CONTACTS)
            parts += [contact_full(contact) for contact in local if contact]
        reply.say("\n\n".join(parts), {"kind": "safety", "route": route})
        return self._question(turn, reply)

    def _question(self, turn: Turn, reply: Reply) -> Events:
        """Answer the question beside the cry, if the trained steps were sure there was one.

        What only leans on the question before asks nothing itself: "I can't do this any more".
        """
        if turn.follows:
            return []
        topics = [(name, sure) for name, sure in turn.intent_ranking if name not in NOT_A_QUESTION]
        if not topics or topics[0][1] < SURE_QUESTION or not turn.sure:
            return []
        topic = topics[0][0]
        if topic in ON_THE_LADDER:
            return [*next_step(turn, reply), SlotSet("last_topic", topic)]
        if not queries.answers(reply.session, topic, None, None, None):
            return []
        return [*answer_topic(topic, turn, reply), SlotSet("last_topic", topic)]


def _likely_route(text: str) -> str:
    """Choose for a cry that only the trained step heard."""
    return "child_concern" if CHILD.search(text) else "adult_crisis"
