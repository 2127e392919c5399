"""Find the scope gate's thresholds on held-out phrases: `.venv/bot/bin/python -m benchmarks.thresholds`.

Each training phrase (not the headings that are learnt besides) is judged as if it had been left out of
training. One about SEND is `right` if it gets its topic and passes the gate, `refused` if the gate stops it.
One that is out of scope is `caught` if it is called so or stopped.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.phrases import OUT, Reader, training_phrases
from bot.encoder.memory import RememberingEncoder
from bot.nlu.lookups import plain_questions
from bot.topic_model import TopicModel


def main() -> None:
    """Print accuracy, the worst confusions, and what each threshold does."""
    texts, intents = training_phrases()
    lookups = json.loads(Path("var/kb/lookups.json").read_text(encoding="utf-8"))
    reader = Reader(lookups, texts)
    texts = reader.wordings(texts)
    headings, topics = plain_questions(lookups, reader.names)
    vectors = RememberingEncoder(Path("var/encoder")).encode(texts + headings)
    model = TopicModel()
    chances = model.fit(vectors, texts + headings, np.append(intents, topics))[: len(texts)]
    predicted, sure = model.classes[chances.argmax(1)], chances.max(1)
    inside = intents != OUT
    top_three = model.classes[np.argsort(-chances, 1)[:, :3]]
    print(f"{len(texts)} phrases, {len(model.classes)} intents, temperature {model.temperature:.3f}")
    print(f"right before the gate: {np.mean(predicted[inside] == intents[inside]):.1%} of those in scope")
    print(f"right within three:    {np.mean((top_three == intents[:, None]).any(1)[inside]):.1%}")
    wrong = Counter((a, b) for a, b in zip(intents, predicted, strict=True) if a != b)
    for (a, b), count in wrong.most_common(12):
        print(f"  {count:3d}  {a} taken for {b}")
    print("threshold   right  refused  wrong | out of scope caught")
    for threshold in np.arange(0.1, 0.75, 0.05):
        passes = sure >= threshold
        right = np.mean((predicted == intents)[inside] & passes[inside])
        refused = np.mean(~passes[inside])
        caught = np.mean((predicted[~inside] == OUT) | ~passes[~inside])
        print(f"{threshold:9.2f}  {right:6.1%} {refused:8.1%} {1 - right - refused:6.1%} | {caught:6.1%}")


if __name__ == "__main__":
    main()
