"""What the knowledge base tells the bot: `lookups.json`, written by `python -m kb build`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.shared.exceptions import RasaException
from ruamel.yaml import YAML

from bot.names import Names, neutral

# Answers for parents at an end, or whose child may be hurt: what they write is not learnt as ordinary.
MAY_BE_CRIES = frozenset(
    {
        "short_breaks_respite/at-breaking-point",
        "exclusion/restraint",
        "bullying/bullied-by-staff",
        "bullying/child-cannot-say",
        "transport/when-it-goes-wrong",
    }
)


def read_lookups(path: Path) -> dict[str, Any]:
    """Load the lookups. Raises RasaException with what to do if they were never built."""
    if not path.is_file():
        raise RasaException(f"{path} is missing. Build the knowledge base first: `make run` or `make train`.")
    return json.loads(path.read_text(encoding="utf-8"))


def plain_questions(lookups: dict[str, Any], names: Names) -> tuple[list[str], list[str]]:
    """Give the question headings of all answers, each once, and the topic of each.

    Training phrases are the many odd ways in which parents ask; these are the plain ones.
    """
    headings: dict[str, str] = {}
    for answer in lookups["answers"]:
        for question in answer["questions"]:
            headings.setdefault(neutral(question, names.find(question)), answer["topic"])
    for words in lookups["entities"]["term"].values():
        for question in (f"What does {words[0]} mean?", f"What does {words[0]} stand for?"):
            headings.setdefault(question, "glossary")
    return list(headings), list(headings.values())


def read_asked(folder: Path) -> dict[str, list[str]]:
    """Give the messages of `data/answers/` by answer id (`topic/answer`)."""
    asked = {}
    for path in sorted(folder.glob("*.yml")):
        file = YAML(typ="safe").load(path)
        asked.update({f"{file['topic']}/{name}": phrases for name, phrases in file["answers"].items()})
    return asked


def read_everyday(folder: Path) -> tuple[list[str], list[str]]:
    """Give the messages of `data/answers/` that are surely no cries for help, and the topic of each."""
    asked = {answer: texts for answer, texts in read_asked(folder).items() if answer not in MAY_BE_CRIES}
    texts = [text for phrases in asked.values() for text in phrases]
    topics = [answer.partition("/")[0] for answer, phrases in asked.items() for _ in phrases]
    return texts, topics
