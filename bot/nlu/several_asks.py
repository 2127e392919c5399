"""Several asks in one message: when at least two are clear and differ, each gets its own answer."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.answer_finder import ANSWER_RANKING
from bot.nlu.in_whole import ALONE
from bot.nlu.parts import PARTS
from bot.nlu.scope_gate import GATE
from bot.nlu.step import Step

SEVERAL = "several_asks"
ASKS = "asks"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SeveralAsks(Step):
    """Sets the intent `several_asks` and the list `asks`."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Returns the default config: how sure an ask must be, and what never is one."""
        return {"threshold": 0.3, "not_asks": []}

    def process(self, messages: list[Message]) -> list[Message]:
        """Turns a message with two or more clear asks into one turn of several."""
        for message in messages:
            asks = self._clear_asks(message)
            if len(asks) > 1:
                message.set(ASKS, [self._told(ask) for ask in asks], add_to_output=True)
                confidence = min(ask.get(INTENT)[PREDICTED_CONFIDENCE_KEY] for ask in asks)
                several = {INTENT_NAME_KEY: SEVERAL, PREDICTED_CONFIDENCE_KEY: confidence}
                message.set(INTENT, several, add_to_output=True)
                message.set(GATE, {"sure": True}, add_to_output=True)
        return messages

    def _clear_asks(self, message: Message) -> list[Message]:
        clear: dict[tuple[str, str], Message] = {}
        for ask in message.get(PARTS) or []:
            ranking = ask.get(INTENT_RANKING_KEY) or []
            if not ranking or ranking[0][PREDICTED_CONFIDENCE_KEY] < self._config["threshold"]:
                continue
            topic = ranking[0][INTENT_NAME_KEY]
            if topic in self._config["not_asks"]:
                continue
            ask.set(INTENT, ranking[0])
            of_topic = [a["id"] for a in ask.get(ANSWER_RANKING) or [] if a["topic"] == topic]
            clear.setdefault((topic, of_topic[0] if of_topic else ""), ask)
        return [] if self._only_one_stands_alone(clear) else list(clear.values())

    def _only_one_stands_alone(self, clear: dict[tuple[str, str], Message]) -> bool:
        """Tell whether asks of different topics rest on the whole message: then it is read as one."""
        alone = [ask for ask in clear.values() if ask.get(ALONE, 1.0) >= self._config["threshold"]]
        return len({topic for topic, _ in clear}) > 1 and len(alone) < 2

    def _told(self, ask: Message) -> dict[str, Any]:
        return {
            "text": ask.get(TEXT),
            "intent": ask.get(INTENT),
            "intent_ranking": ask.get(INTENT_RANKING_KEY)[:3],
            "answer_ranking": ask.get(ANSWER_RANKING) or [],
            "entities": ask.get(ENTITIES) or [],
        }
