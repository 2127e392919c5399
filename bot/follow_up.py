"""Does a message stand on its own, or does it lean on the question before it?"""

from __future__ import annotations

import re

import numpy as np

SURE, UNCLEAR = 0.9, 0.5
SHORT = 8
POINTS_BACK = re.compile(
    r"\b(it|its|that|thats|this|these|those|they|them|there|then|he|she|him|her|one)\b"
    r"|^(and|but|so|or|what about|even)\b|^(why|when|how|who|where)\W*$",
    re.IGNORECASE,
)
# What is said in conversation, and what is clearly something else, never leans.
STANDS_ALONE = frozenset(
    {"greet", "thank", "goodbye", "start_again", "inform", "feedback_good", "feedback_bad", "bot_challenge"}
    | {"human_handoff", "safeguarding_urgent", "out_of_scope"}
)


def leans(text: str, alone: np.ndarray, classes: np.ndarray) -> bool:
    """Tell whether `text` leans, given what the topic model thinks of it alone."""
    best = int(alone.argmax())
    points_back = len(text.split()) <= SHORT and bool(POINTS_BACK.search(text.strip()))
    if alone[best] >= SURE:
        return points_back and str(classes[best]) not in STANDS_ALONE
    return points_back or bool(alone[best] < UNCLEAR) or str(classes[best]) not in STANDS_ALONE


def together(alone: np.ndarray, in_context: np.ndarray) -> np.ndarray:
    """Give the chances of a message that leans: half from each reading."""
    return (alone + in_context) / 2
