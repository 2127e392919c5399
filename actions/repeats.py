"""Never the very same words twice in a row: a parent who asks again needs something else."""

from __future__ import annotations

from actions.reply import PERSON_BUTTON, Reply
from actions.turn import Turn

AGAIN = (
    "I have just told you what I know about that, a little further up. "
    "Tell me which part is not clear, or ask in other words. You can also talk to a person."
)
AGAIN_TOO = (
    "That is the same question again, and I have no better answer than the one above. "
    "I am sorry. A person can look at it with you."
)


def not_twice(turn: Turn, reply: Reply) -> None:
    """Replace what was said word for word in the reply before; urgent messages may always be repeated."""
    before = turn.said_before
    for message in reply.dispatcher.messages:
        kind = (message.get("custom") or {}).get("kind")
        if message.get("text") in before and kind not in ("safety", "ask_area", "handoff"):
            again = AGAIN_TOO if AGAIN in before else AGAIN
            message["text"], message["custom"] = again, {}
            if PERSON_BUTTON not in reply.buttons:
                reply.buttons.append(PERSON_BUTTON)
