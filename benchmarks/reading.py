"""How hard our fixed wording is to read: `.venv/app/bin/python -m benchmarks.reading` after `make train`.

Prints a table of Flesch-Kincaid grades, and the hardest answers of the knowledge base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

from benchmarks.grade import grade, word_count
from benchmarks.passages import of_python, of_responses, of_words_js
from benchmarks.visits import ROOT, pages

CHAT, STATEMENT = 6.0, 8.0  # the highest grades: age 9 to 11 for the chat, a little more for legal duties
WIDGET_WORDS = ROOT / "widget/words.js"
RESPONSES = ROOT / "actions/responses.yml"
# What these say is for those who run the program, not for parents.
NOT_FOR_PARENTS = {"settings.py", "terminal.py", "serve.py", "wiring.py"}
FEWEST = 30  # words; the grade of less says little
HARDEST = 10
TOKEN = re.compile(r"\{\{[^}]*\}\}")


def most(name: str) -> float:
    """Give the highest grade that the wording of this name may have."""
    return STATEMENT if name.startswith("statement_") else CHAT


def of_code() -> dict[str, list[str]]:
    """Give what actions and gateway say, by file; those that say too little to be measured stand together."""
    few: list[str] = []
    found = {"actions/responses.yml": of_responses(RESPONSES)}
    for path in sorted([*ROOT.glob("actions/*.py"), *ROOT.glob("gateway/*.py")]):
        said = [] if path.name in NOT_FOR_PARENTS else of_python(path)
        if word_count(said) >= FEWEST:
            found[str(path.relative_to(ROOT))] = said
        else:
            few += said
    return {**found, "other files of actions and gateway": few}


def wording(kb_url: str, safety_file: Path) -> dict[str, list[str]]:
    """Give all fixed wording by where it stands; the widget's where there is a widget."""
    widget = {"widget/words.js": of_words_js(WIDGET_WORDS)} if WIDGET_WORDS.exists() else {}
    return {**pages(kb_url, safety_file), **of_code(), **widget}


def answers() -> Iterator[tuple[str, list[str]]]:
    """Give each answer of the knowledge base with its passages, tokens as "it"."""
    for path in sorted((ROOT / "kb/content/topics").glob("*.yml")):
        file = YAML(typ="safe").load(path)
        for answer in file["answers"]:
            yield f"{file['topic']}/{answer['id']}", _lines(answer["text"])


def main() -> None:
    """Print the table as Markdown."""
    print("| wording | words | grade | at most |\n|---|---|---|---|")
    for name, passages in wording(f"sqlite:///{ROOT}/var/kb/kb.sqlite", ROOT / "var/kb/safety.json").items():
        print(f"| {name} | {word_count(passages):,} | {grade(passages):.1f} | {most(name):.0f} |")
    everything = dict(answers())
    grades = {
        name: grade(passages) for name, passages in everything.items() if word_count(passages) >= FEWEST
    }
    over = sum(one > CHAT for one in grades.values())
    together = [passage for passages in everything.values() for passage in passages]
    print(
        f"\n{len(grades)} answers of {FEWEST} words or more: "
        f"{grade(together):.1f} together, {over} over {CHAT:.0f}."
    )
    print("The hardest:\n\n| answer | grade |\n|---|---|")
    for name in sorted(grades, key=lambda name: -grades[name])[:HARDEST]:
        print(f"| {name} | {grades[name]:.1f} |")


def _lines(text: str) -> list[str]:
    plain = TOKEN.sub("it", text)
    return [line.removeprefix("- ") for line in plain.splitlines() if line.strip()]


if __name__ == "__main__":
    main()
