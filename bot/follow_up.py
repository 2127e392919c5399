"""Does a message stand on its own, or does it lean on the question before it?"""

from __future__ import annotations

import re

import numpy as np

SURE, UNCLEAR = 0.9, 0.5
# So far ahead of every other topic, a message of some length stands alone though it is not sure.
CLEAR, AHEAD = 0.3, 4.0
SHORT = 8
POINTS_BACK = re.compile(
    r"\b(it|its|that|thats|this|these|those|they|them|there|then|he|she|him|her|one)\b"
    r"|^(and|but|so|or|what about|even)\b|^(why|when|how|who|where)\W*$",
    re.IGNORECASE,
)
TALK = frozenset({"affirm", "deny", "feedback_good", "feedback_bad"})
# What is said in conversation, and what is clearly something else, never leans.
STANDS_ALONE = frozenset(
    {"greet", "thank", "goodbye", "start_again", "inform", "feedback_good", "feedback_bad", "bot_challenge"}
    | {"human_handoff", "advice_line_contact", "safeguarding_urgent", "out_of_scope"}
)


def share_alone(text: str, alone: np.ndarray, classes: np.ndarray, *, of_several: bool = False) -> float:
    """Tell how much `text` stands on its own, given what the topic model thinks of it alone.

    1 if it does, 0.5 if it leans on what was said before. One ask `of_several` in a message that is clear
    alone is about something else than the ask before it; one that only sounds like talk ("is that so?") is
    all about it: 0.
    """
    best = int(alone.argmax())
    topic = str(classes[best])
    points_back = len(text.split()) <= SHORT and bool(POINTS_BACK.search(text.strip()))
    if of_several and topic in TALK:
        return 0.0
    long = len(text.split()) > SHORT
    ahead = bool(alone[best] >= max(CLEAR, AHEAD * np.partition(alone, -2)[-2]))
    talk = topic in TALK | {"bot_challenge"} and alone[best] >= CLEAR
    if not of_several and (talk or (long and ahead)):
        leans = False
    elif alone[best] >= SURE:
        leans = points_back and topic not in STANDS_ALONE
    elif of_several:
        leans = bool(alone[best] < UNCLEAR)
    else:
        leans = points_back or bool(alone[best] < UNCLEAR) or topic not in STANDS_ALONE
    return 0.5 if leans else 1.0
