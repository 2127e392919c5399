"""Not sure what was meant: ask between two close topics once, then hand over. Never guess."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import SlotSet

from actions.answer import ActionAnswer
from actions.base import Events, Need
from actions.choose import NEAR_ENOUGH
from actions.glossary import explain_terms
from actions.handoff import hand_over
from actions.reply import PERSON_BUTTON, Reply, payload_of
from actions.turn import Turn
from kb import queries

OPTIONS = 3
PLAUSIBLE = 0.08
PATIENCE = 2
UNMISTAKABLE = 0.6
# An answer that fits well, and far better than any other, of a message that is surely about SEND.
LIKELY, LEAD, OUTSIDE = 0.35, 0.12, 0.05
FEW_WORDS = 3
PERHAPS = "I think this is what you mean. If not, please say it in other words."


class ActionUnsure(Need):
    """The scope gate refused the best guess."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_unsure"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Answer a bare word, or what fits by far; else offer topics; after two failures, a person."""
        if turn.entities.get("term") and len(turn.text.split()) <= FEW_WORDS:
            return explain_terms(turn, reply)
        unmistakable = _unmistakable(turn)
        if topic := unmistakable or _likely(turn):
            if not unmistakable:
                reply.lead = f"{reply.lead} {PERHAPS}".lstrip()
            return [SlotSet("last_topic", topic), *ActionAnswer().meet(replace(turn, intent=topic), reply)]
        misunderstood = float(turn.slots.get("misunderstood") or 0) + 1
        counted = [SlotSet("misunderstood", misunderstood)]
        options = _plausible(turn, reply)
        if misunderstood >= PATIENCE or not options:
            return [*counted, *hand_over("not_understood", reply)]
        reply.buttons = [{"title": question, "payload": payload} for _, question, payload in options]
        reply.buttons.append(PERSON_BUTTON)
        reply.say(
            "I am not sure I understood. Is it one of these? If not, try saying it in other words.",
            {
                "kind": "clarify",
                "options": list(dict.fromkeys(topic for topic, _, _ in options)),
            },
        )
        return counted


def _unmistakable(turn: Turn) -> str | None:
    """Give a likely topic that has a question all but equal to the parent's words."""
    likely = {topic for topic, _ in turn.intent_ranking[:OPTIONS]}
    score, topic = max(((s, a.partition("/")[0]) for a, s in turn.answer_scores.items()), default=(0.0, ""))
    return topic if score >= UNMISTAKABLE and topic in likely else None


def _likely(turn: Turn) -> str | None:
    """Give the likely topic whose answer leads all others by far."""
    chances = dict(turn.intent_ranking)
    likely = [topic for topic, _ in turn.intent_ranking[:OPTIONS]]
    best_first = sorted(((s, a.partition("/")[0]) for a, s in turn.answer_scores.items()), reverse=True)
    if len(best_first) < 2 or chances.get("out_of_scope", 0.0) >= OUTSIDE:
        return None
    (score, topic), (second, _) = best_first[:2]
    return topic if topic in likely and score >= LIKELY and score - second >= LEAD else None


def _plausible(turn: Turn, reply: Reply) -> list[tuple[str, str, str]]:
    """Give (topic, question, payload) for topics that have an answer, best first: their nearest answer."""
    found = []
    for topic, confidence in turn.intent_ranking:
        answers = queries.answers(reply.session, topic, None, None, None)
        near = [answer for answer in answers if turn.answer_scores.get(answer.id, 0.0) >= NEAR_ENOUGH]
        nearest = max(near, key=lambda answer: turn.answer_scores[answer.id], default=None)
        offered = nearest or next((answer for answer in answers if answer.is_default), None)
        if offered and topic != "out_of_scope" and confidence >= PLAUSIBLE:
            found.append((topic, offered.questions[0], payload_of(offered) if nearest else f"/{topic}"))
    return found[:OPTIONS]
