"""The trained model on held-out phrases: `.venv/bot/bin/python -m benchmarks.understanding [PART]`.

PART is `test` (if not given), `validation`, or the name of a file in tests/data/outside.

Asks the newest model in models/ as the bot does: every step of the pipeline, the gate and both safety
detectors included. Prints shares only, never a phrase.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from benchmarks.asks import Bot
from benchmarks.phrases import OUT, held_out

UNSURE = "nlu_fallback"
# Small talk gives nobody a wrong answer about SEND, so an out-of-scope message taken for it is caught.
ACTS = {
    "greet",
    "thank",
    "goodbye",
    "affirm",
    "deny",
    "start_again",
    "inform",
    "feedback_good",
    "feedback_bad",
}
# Nor does a message that cannot be read at all, which gets its own reply.
ACTS |= {"bot_challenge", "gibberish", "silence", "other_language"}
STOPPED = {UNSURE, OUT}


def main() -> None:
    """Print how many topics, out-of-scope messages and answers are right."""
    part = sys.argv[1] if len(sys.argv) > 1 else "test"
    bot = Bot()
    _topics(bot, part)
    if part in ("test", "validation"):
        _answers(bot, part)


def _topics(bot: Bot, part: str) -> None:
    phrases, tally, wrong = held_out(part), Counter[str](), Counter[tuple[str, str]]()
    for text, topic, also in zip(phrases.texts, phrases.topics, phrases.also, strict=True):
        parsed = bot.parse(text)
        said = parsed["intent"]["name"]
        if topic == OUT:
            tally["outside"] += 1
            tally["caught"] += said in STOPPED | ACTS
            continue
        tally["inside"] += 1
        right = {bot.wide(topic), *map(bot.wide, also)}
        ranked = [bot.wide(intent["name"]) for intent in parsed["intent_ranking"]]
        tally["first"] += ranked[0] in right
        tally["three"] += bool(right & set(ranked[:3]))
        tally["refused"] += said in STOPPED
        asks = {bot.wide(ask["intent"]["name"]) for ask in parsed.get("asks") or []}
        tally["said"] += bot.wide(said) in right or bool(asks & right)
        if ranked[0] not in right:
            wrong[str(topic), ranked[0]] += 1
    inside, outside = tally["inside"], tally["outside"]
    print(f"{inside} in scope: {tally['first'] / inside:.1%} right topic, ", end="")
    print(f"{tally['three'] / inside:.1%} within three, ", end="")
    print(f"{tally['refused'] / inside:.1%} refused, {tally['said'] / inside:.1%} right after every step")
    print(f"{outside} out of scope: {tally['caught'] / outside:.1%} caught")
    for (topic, taken_for), count in wrong.most_common(12):
        print(f"  {count}  {topic} taken for {taken_for}")


def _answers(bot: Bot, part: str) -> None:
    asked = first = three = 0
    for path in sorted(Path("tests/data/answers").glob("*.yml")):
        file: dict[str, Any] = YAML(typ="safe").load(path)
        topic, unscoped = file["topic"], _unscoped(file["topic"])
        for question in file[part]:
            ranking = bot.parse(question["text"]).get("answer_ranking") or []
            of_topic = [a["id"].split("/")[1] for a in ranking if a["topic"] == topic and a["id"] in unscoped]
            asked += 1
            first += bool(of_topic) and of_topic[0] in question["answer"]
            three += bool(set(of_topic[:3]) & set(question["answer"]))
    print(
        f"{asked} for one answer: {first / asked:.1%} first answer right, {three / asked:.1%} within three,",
        end="",
    )
    print(" of all of the topic (an answer to another topic's message counts as missed)")


def _unscoped(topic: str) -> set[str]:
    """Give the ids of the answers that hold everywhere; the others depend on where the parent is."""
    answers = YAML(typ="safe").load(Path(f"kb/content/topics/{topic}.yml"))["answers"]
    return {f"{topic}/{answer['id']}" for answer in answers if not answer.get("scope")}


if __name__ == "__main__":
    main()
