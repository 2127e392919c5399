"""One ask of several is read by the light of the whole message: "who do I ask?" leans on what it is about."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY

# What an answer's fit to the whole message adds to its fit to the ask.
OF_WHOLE = 0.5
# An ask whose best topic has less chance is unclear alone; the whole message then counts as much as it does.
CLEAR = 0.5

# How sure an ask is on its own, kept on it before it takes part in its message.
ALONE = "sure_alone"

Ranking = list[dict[str, Any]]


def topics_in_whole(of_ask: Ranking, of_whole: Ranking) -> Ranking:
    """Give the ask's topics, best first, as many as before; a clear ask keeps its own."""
    if not of_ask or not of_whole or of_ask[0][PREDICTED_CONFIDENCE_KEY] >= CLEAR:
        return of_ask
    alone, around = _chances(of_ask), _chances(of_whole)
    both = {topic: (alone.get(topic, 0.0) + around.get(topic, 0.0)) / 2 for topic in {**alone, **around}}
    best_first = sorted(both.items(), key=lambda item: -item[1])[: len(of_ask)]
    return [{INTENT_NAME_KEY: topic, PREDICTED_CONFIDENCE_KEY: chance} for topic, chance in best_first]


def _chances(ranking: Ranking) -> dict[str, float]:
    return {intent[INTENT_NAME_KEY]: intent[PREDICTED_CONFIDENCE_KEY] for intent in ranking}
