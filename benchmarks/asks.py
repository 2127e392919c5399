"""Several asks and follow-ups on held-out messages: `.venv/bot/bin/python -m benchmarks.asks [test]`.

Runs the trained pipeline as the bot does. Thresholds are chosen on `validation`; `test` is for reporting.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from pathlib import Path
from typing import Any

import structlog
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker
from ruamel.yaml import YAML

from bot.nlu.conversation import LAST_QUESTION
from bot.nlu.several_asks import SEVERAL


class Bot:
    """The newest trained model, and which topic counts as which."""

    def __init__(self) -> None:
        # Left to itself, Rasa prints every message it reads.
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
        newest = max(Path("models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
        self._agent = Agent.load(str(newest))
        lookups = json.loads(Path("var/kb/lookups.json").read_text(encoding="utf-8"))
        self._wider = {topic: said["part_of"] or topic for topic, said in lookups["topics"].items()}
        self._headings = {a["id"]: a["questions"][0] for a in lookups["answers"]}

    def parse(self, text: str, before: str = "") -> dict[str, Any]:
        """Understand `text`, after an answer to `before` if given."""
        slot = TextSlot(LAST_QUESTION, [{"type": "custom"}], initial_value=before or None)
        tracker = DialogueStateTracker("bench", [slot])
        tracker.update(SlotSet(LAST_QUESTION, before or None))
        processor = self._agent.processor
        assert processor is not None
        return asyncio.run(processor.parse_message(UserMessage(text), tracker))

    def first_answer(self, parsed: dict[str, Any]) -> str | None:
        """Give the id of the best answer of the topic found."""
        topic = parsed["intent"]["name"]
        return next((a["id"] for a in parsed.get("answer_ranking") or [] if a["topic"] == topic), None)

    def heading(self, parsed: dict[str, Any]) -> str:
        """Give the heading of the answer a parent would have got."""
        return self._headings.get(self.first_answer(parsed) or "", "")

    def wide(self, topic: str) -> str:
        """Give the topic that a reply about `topic` reports."""
        return self._wider.get(topic, topic)


def main() -> None:
    """Print what share of several asks is found, of single asks left whole, and of follow-ups understood."""
    test = "test" in sys.argv[1:]
    bot, yaml = Bot(), YAML(typ="safe")
    asks = yaml.load(Path("tests/data/several_asks.yml"))
    _several(bot, asks["test" if test else "validation"])
    _single(bot, asks["single" if test else "single_validation"])
    pairs = yaml.load(Path("tests/data/follow_ups.yml"))
    _follow_ups(bot, "follow-ups", pairs["test" if test else "validation"])
    if test:
        _follow_ups(bot, "questions that stand alone", pairs["not_follow_ups"])


def _several(bot: Bot, messages: list[dict[str, Any]]) -> None:
    found = every = asked = hit = 0
    for message in messages:
        wanted = [bot.wide(topic) for topic in message["topics"]]
        parsed = bot.parse(message["text"])
        got = [bot.wide(ask["intent"]["name"]) for ask in parsed.get("asks") or []]
        found += bool(got)
        every += set(wanted) <= set(got)
        asked += len(set(wanted))
        hit += len(set(wanted) & set(got or [bot.wide(parsed["intent"]["name"])]))
    print(f"{len(messages)} with several asks: {found / len(messages):.1%} noticed, ", end="")
    print(f"{every / len(messages):.1%} every topic answered, {hit / asked:.1%} of all asked topics answered")


def _single(bot: Bot, messages: list[dict[str, Any]]) -> None:
    split = right = 0
    for message in messages:
        parsed = bot.parse(message["text"])
        topics = {bot.wide(ask["intent"]["name"]) for ask in parsed.get("asks") or []}
        split += len(topics) > 1
        first = next(iter(topics)) if len(topics) == 1 else bot.wide(parsed["intent"]["name"])
        right += (
            parsed["intent"]["name"] != SEVERAL
            and first == bot.wide(message["topic"])
            or topics == {bot.wide(message["topic"])}
        )
    print(f"{len(messages)} with one ask: {split / len(messages):.1%} split by mistake, ", end="")
    print(f"{right / len(messages):.1%} right topic")


def _follow_ups(bot: Bot, what: str, pairs: list[dict[str, Any]]) -> None:
    right = answers = wanted = 0
    for pair in pairs:
        before = bot.parse(pair["before"])
        before["intent"]["name"] = pair["topic"]
        parsed = bot.parse(pair["then"], bot.heading(before) or pair["before"])
        right += bot.wide(parsed["intent"]["name"]) in {bot.wide(topic) for topic in pair["expect"]}
        wanted += bool(pair.get("answer"))
        answers += bot.first_answer(parsed) in (pair.get("answer") or [])
    print(f"{len(pairs)} {what}: {right / len(pairs):.1%} right topic", end="")
    print(f", {answers / wanted:.1%} of {wanted} the very answer" if wanted else "")


if __name__ == "__main__":
    main()
