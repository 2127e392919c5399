"""Find the scope gate's thresholds on held-out phrases: `.venv/bot/bin/python -m benchmarks.thresholds`.

Five folds. In each, the classifier learns from four fifths of the phrases, as in config.yml, and judges the
rest. A held-out phrase about SEND is `right` if it gets its topic and passes the gate, `refused` if the gate
stops it. One that is out of scope is `caught` if it is called so or stopped.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
from ruamel.yaml import YAML
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from bot.encoder.model import SentenceEncoder
from bot.names import Names, neutral

SCALE = 20**0.5
OUT = "out_of_scope"


def read_phrases() -> tuple[list[str], np.ndarray]:
    """Give every training phrase and its intent."""
    texts, intents = [], []
    for path in sorted(Path("data/nlu").glob("*.yml")):
        for block in YAML(typ="safe").load(path)["nlu"]:
            for line in block["examples"].splitlines():
                texts.append(line.removeprefix("- ").strip())
                intents.append(block["intent"])
    return texts, np.array(intents)


def held_out(vectors: np.ndarray, intents: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give, for each phrase when held out: predicted intent, probability, nearest phrase of that intent."""
    predicted = np.empty_like(intents)
    sure, nearest = np.zeros(len(intents)), np.zeros(len(intents))
    for train, test in StratifiedKFold(5, shuffle=True, random_state=7).split(vectors, intents):
        model = LogisticRegression(max_iter=1000, class_weight="balanced")
        model.fit(vectors[train] * SCALE, intents[train])
        chances = model.predict_proba(vectors[test] * SCALE)
        predicted[test] = model.classes_[chances.argmax(1)]
        sure[test] = chances.max(1)
        likeness = vectors[test] @ vectors[train].T
        same = intents[train][None, :] == predicted[test][:, None]
        nearest[test] = np.where(same, likeness, -1).max(1)
    return predicted, sure, nearest


def main() -> None:
    """Print accuracy, the worst confusions, and what each threshold does."""
    texts, intents = read_phrases()
    names = Names(json.loads(Path("var/kb/lookups.json").read_text(encoding="utf-8")))
    encoder = SentenceEncoder(Path("var/encoder"), threads=0)
    vectors = encoder.encode([neutral(text, names.find(text)) for text in texts])
    predicted, sure, nearest = held_out(vectors, intents)
    inside = intents != OUT
    print(f"{len(texts)} phrases, {len(set(intents))} intents")
    print(f"right before the gate: {np.mean(predicted[inside] == intents[inside]):.1%} of those in scope")
    wrong = Counter((a, b) for a, b in zip(intents, predicted, strict=True) if a != b)
    for (a, b), count in wrong.most_common(12):
        print(f"  {count:3d}  {a} taken for {b}")
    print("weight threshold   right  refused  wrong | caught")
    for weight in (0.0, 0.5, 1.0):
        for threshold in np.arange(0.1, 1.1, 0.05):
            passes = sure + weight * nearest >= threshold
            right = np.mean((predicted == intents)[inside] & passes[inside])
            refused = np.mean(~passes[inside])
            caught = np.mean((predicted[~inside] == OUT) | ~passes[~inside])
            if 0.001 < refused < 0.12:
                line = f"{right:6.1%} {refused:8.1%} {1 - right - refused:6.1%} | {caught:6.1%}"
                print(f"{weight:6.1f} {threshold:9.2f}  {line}")


if __name__ == "__main__":
    main()
