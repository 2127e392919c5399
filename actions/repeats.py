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

STILL = "I still need to know one thing."
MAY_REPEAT = frozenset({"safety", "handoff", "other_language"})
OUR_QUESTIONS = frozenset({"ask_area", "ask_date", "ask_event", "ask_problem", "letter", "clarify"})


def not_twice(turn: Turn, reply: Reply) -> None:
    """Change what was said word for word in the reply before.

    A question of ours is asked again in other words; urgent messages, and how to reach a person, stay.
    """
    before = turn.said_before
    for message in reply.dispatcher.messages:
        kind = (message.get("custom") or {}).get("kind")
        if message.get("text") not in before or kind in MAY_REPEAT:
            continue
        if kind in OUR_QUESTIONS:
            message["text"] = f"{STILL} {message['text']}"
        else:
            again = AGAIN_TOO if AGAIN in before else AGAIN
            message["text"], message["custom"] = again, {}
            if PERSON_BUTTON not in reply.buttons:
                reply.buttons.append(PERSON_BUTTON)
