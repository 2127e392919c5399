"""Not about SEND in England: say so kindly, and where to look."""

from __future__ import annotations

from actions.base import Events, Need
from actions.choose import choose_answer
from actions.reply import Reply
from actions.turn import Turn
from kb.speech import source_line

TOPIC = "out_of_scope"


class ActionOutOfScope(Need):
    """The question belongs somewhere else."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_out_of_scope"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Give the nearest signpost."""
        answer = choose_answer(reply.session, TOPIC, reply.area, turn)
        if answer is None:
            raise LookupError("the knowledge base has no answer for out_of_scope")
        named = [reference for reference in answer.references if reference.url]
        text = "\n\n".join(
            part for part in (reply.filler.fill(answer.text).strip(), source_line(named)) if part
        )
        reply.say(text, {"kind": "out_of_scope", "topic": TOPIC, "answer": answer.id})
        return []
