"""The systems compared, as Rasa configurations, so that one and the same command trains each."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from benchmarks.nlu.phrase import Phrase

STEPS = ("bot.nlu.kb_entities.KbEntities", "bot.nlu.sentence_encoder.SentenceEncoderFeaturizer")
TOPICS, FINDER = "bot.nlu.topic_classifier.TopicClassifier", "bot.nlu.answer_finder.AnswerFinder"
NEAREST = "benchmarks.nlu.neighbour.NearestPhrase"
HEAD = {"recipe": "default.v1", "assistant_id": "benchmark", "language": "en"}
NO_LOOKUPS = {"answers": [], "entities": {"school": {}, "term": {}}, "postcode_districts": {}}


@dataclass(frozen=True)
class System:
    """A name for the tables and a Rasa configuration; `ours` if it has our encoder and none of TensorFlow."""

    name: str
    config: dict[str, Any]
    ours: bool = True

    @property
    def module(self) -> str:
        """The module whose command line trains it."""
        return "bot" if self.ours else "rasa"


def stock(epochs: int) -> System:
    """Give the pipeline that the installed Rasa uses by default: what `rasa init` trains."""
    default = files("rasa.engine.recipes.config_files") / "default_config.yml"
    pipeline = YAML(typ="safe").load(default.read_text(encoding="utf-8"))["pipeline"]
    for step in pipeline:
        if "epochs" in step:
            step["epochs"] = epochs
    return System("stock Rasa (DIET)", {**HEAD, "pipeline": pipeline}, ours=False)


def ours(root: Path) -> System:
    """Give the project's own configuration, unchanged."""
    return System("ours", YAML(typ="safe").load(root / "config.yml"))


def ours_with(root: Path, name: str, step: str, **changes: Any) -> System:
    """Give the project's configuration with one step's settings changed."""
    config = copy.deepcopy(ours(root).config)
    found = [each for each in config["pipeline"] if each["name"] == step]
    if not found:
        raise ValueError(f"config.yml has no step {step}: change benchmarks/nlu/systems.py with it.")
    found[0].update(changes)
    return System(name, config)


def ours_same_task(root: Path, folder: Path) -> System:
    """Give ours with what the others have: topics from the same phrases, no headings, no answers to find."""
    config = ours_with(root, "", TOPICS, lookups=str(_no_lookups(folder)), phrases="no-answers").config
    config["pipeline"] = [step for step in config["pipeline"] if step["name"] != FINDER]
    return System("ours, topics only, same phrases", config)


def ours_elsewhere(folder: Path) -> System:
    """Give our encoder and topic classifier alone, for phrases that are not about our subject."""
    nothing = {"lookups": str(_no_lookups(folder)), "phrases": "no-answers"}
    topics = {"name": TOPICS, "ranking_length": 5, **nothing}
    return System("ours (encoder and topic model)", {**HEAD, "pipeline": [{"name": STEPS[1]}, topics]})


def nearest(names: bool) -> System:
    """Give the nearest training phrase by the same encoder; `names` if ours are to be read as neutral."""
    steps = [*(STEPS if names else STEPS[1:]), NEAREST]
    return System("nearest phrase (our encoder)", {**HEAD, "pipeline": [{"name": step} for step in steps]})


def write_config(system: System, path: Path) -> None:
    """Write the configuration for `rasa train nlu`."""
    YAML(typ="safe").dump(system.config, path)


def write_phrases(phrases: list[Phrase], folder: Path, domain: bool) -> None:
    """Write the training data, one block for each label; with `domain`, also one of those intents."""
    blocks: dict[str, list[str]] = {}
    for phrase in phrases:
        blocks.setdefault(phrase.label, []).append(f"- {phrase.text}\n")
    nlu = [{"intent": label, "examples": "".join(lines)} for label, lines in blocks.items()]
    (folder / "nlu").mkdir(parents=True)
    yaml = YAML()
    yaml.width = 10_000
    yaml.dump({"version": "3.1", "nlu": nlu}, folder / "nlu" / "phrases.yml")
    if domain:
        yaml.dump({"version": "3.1", "intents": list(blocks)}, folder / "domain.yml")


def _no_lookups(folder: Path) -> Path:
    path = folder / "no-lookups.json"
    path.write_text(json.dumps(NO_LOOKUPS), encoding="utf-8")
    return path
