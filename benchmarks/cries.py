"""Find the thresholds of the second detector of cries: `.venv/bot/bin/python -m benchmarks.cries`.

`phrases` are the fixed ones of kb/content/safety.yml, `meaning` is bot.cries, `both` is what a parent meets.
Each validation message is judged alone and beside an ordinary question that was not learnt from so.
`--test` measures the test lists too: use it once, when nothing is left to choose.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ruamel.yaml import YAML

from benchmarks.phrases import Reader, training_phrases
from bot.asks import told_besides
from bot.cries import CRY_TOPIC, PLAIN_WEIGHT, CryModel, beside_question, gather, read_cries
from bot.encoder.memory import RememberingEncoder
from bot.nlu.lookups import plain_questions, read_everyday
from bot.nlu.safety_meaning import SafetyMeaning
from bot.topic_model import TopicModel
from safety.routes import SafetyPhrases

LISTS = Path("tests/data/safety")
QUESTIONS = [  # written for this measurement
    "How long should the council take to decide?",
    "Who do I speak to at school about speech therapy?",
    "Can I ask for a meeting with the SENCO before half term?",
    "Is there any help with the taxi to school?",
    "What should be in a support plan for reading?",
    "I would like to know how an annual review works",
]


@dataclass(frozen=True)
class Heard:
    """What each detector says of some messages."""

    by_phrases: np.ndarray
    chances: np.ndarray
    told: np.ndarray  # the chances of what each only tells; 0 where it does not both tell and ask

    def by_meaning(self, threshold: float) -> np.ndarray:
        """Tell which messages the second detector hears."""
        return (self.chances >= threshold) | (
            self.told >= SafetyMeaning.get_default_config()["told_threshold"]
        )

    def both(self, threshold: float) -> np.ndarray:
        """Tell which messages raise the alarm."""
        return self.by_phrases | self.by_meaning(threshold)


class Detectors:
    """Both detectors, fitted as in training."""

    def __init__(self) -> None:
        lookups = json.loads(Path("var/kb/lookups.json").read_text(encoding="utf-8"))
        self._encoder = RememberingEncoder(Path("var/encoder"))
        routes = YAML(typ="safe").load(Path("kb/content/safety.yml"))["routes"]
        self._phrases = SafetyPhrases(routes)
        phrases, topics = training_phrases()
        self._reader = Reader(lookups, phrases)
        everyday, of_everyday = read_everyday(Path("data/answers"))
        lists = read_cries(Path("data/safety_cries.yml"))
        told = [self._reader.wordings(texts) for texts in (phrases, everyday, *lists)]
        self.examples = gather(told[0] + told[1], [*topics.tolist(), *of_everyday], *told[2:])
        self.model = CryModel()
        self.held_out = self.model.fit(self._encoder.encode(self.examples.texts), self.examples)
        headings, of_headings = plain_questions(lookups, self._reader.names)
        self._topic_texts, self._topics = told[0] + headings, np.append(topics, of_headings)

    def hear(self, texts: list[str]) -> Heard:
        """Judge messages."""
        by_phrases = np.array([self._phrases.route(text) is not None for text in texts])
        told = {row: words for row, words in enumerate(map(told_besides, texts)) if words}
        of_told = np.zeros(len(texts))
        if told:
            of_told[list(told)] = self._chances(list(told.values()))
        return Heard(by_phrases, self._chances(texts), of_told)

    def _chances(self, texts: list[str]) -> np.ndarray:
        return self.model.chances(self._encoder.encode(self._reader.wordings(texts)))

    def topic_says_cry(self, *lists: list[str]) -> list[np.ndarray]:
        """Tell which messages the topic model alone takes for cries, and passes the scope gate."""
        model = TopicModel()
        model.fit(self._encoder.encode(self._topic_texts), self._topic_texts, self._topics)
        column = model.classes.tolist().index(CRY_TOPIC)
        answers = []
        for texts in lists:
            told = self._reader.wordings(texts)
            chances = model.predict(self._encoder.encode(told), told)
            answers.append((chances.argmax(1) == column) & (chances[:, column] >= 0.25))
        return answers


def listed(name: str) -> list[str]:
    """Give the messages of a list, without their routes."""
    return [line.split("\t")[-1] for line in (LISTS / name).read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print what each threshold does on validation; with `--test` what the chosen one does on the tests."""
    detectors = Detectors()
    indirect, negative = listed("fresh/indirect_validation.txt"), listed("fresh/negative_validation.txt")
    cries, alarms = detectors.hear(indirect), detectors.hear(negative)
    beside = [
        detectors.hear([beside_question(text, QUESTIONS) for text in texts]) for texts in (indirect, negative)
    ]
    print(f"phrases alone: {_share(cries.by_phrases)} of indirect, {_share(alarms.by_phrases)} of negatives")
    print("                 meaning alone   |      both      | beside a question | held out in training")
    print("threshold    indirect  negatives | indirect  neg. | indirect  neg.    | cries  like cries  plain")
    learnt = detectors.examples
    for threshold in np.append(0.05, np.arange(0.1, 0.75, 0.05)):
        over = detectors.held_out >= threshold
        plain = learnt.weights == PLAIN_WEIGHT
        groups = (learnt.cries, ~learnt.cries & ~plain, ~learnt.cries & plain)
        print(
            f"{threshold:9.2f} {_share(cries.by_meaning(threshold))} "
            f"{_share(alarms.by_meaning(threshold))}    "
            f"| {_share(cries.both(threshold))} {_share(alarms.both(threshold))} "
            f"| {_share(beside[0].both(threshold))} {_share(beside[1].both(threshold))}   "
            f"| {' '.join(_share(over[group]) for group in groups)}"
        )
    threshold = SafetyMeaning.get_default_config()["threshold"]
    print(f"\nat {threshold}, what the topic model's own cries add if believed from a chance of:")
    by_topic = detectors.topic_says_cry(indirect, negative)
    for least in (0.0, 0.02, 0.05, 0.1, 0.2, 0.3):
        added = [
            topic & (heard.chances >= least) & ~heard.both(threshold)
            for topic, heard in zip(by_topic, (cries, alarms), strict=True)
        ]
        print(f"{least:9.2f} {_share(added[0])} of indirect {_share(added[1])} of negatives")
    if "--test" in sys.argv:
        print(f"\ntest lists at {threshold}:     phrases   meaning      both")
        for name in ("explicit", "indirect", "negative"):
            for folder in ("november_third/", "november_second/", "november/", "blind/", "fresh/", ""):
                heard = detectors.hear(listed(f"{folder}{name}.txt"))
                print(
                    f"{folder + name:26s} {_share(heard.by_phrases)}  {_share(heard.by_meaning(threshold))}  "
                    f"{_share(heard.both(threshold))}   of {len(heard.chances)}"
                )


def _share(which: np.ndarray) -> str:
    return f"{np.mean(which):8.1%}"


if __name__ == "__main__":
    main()
