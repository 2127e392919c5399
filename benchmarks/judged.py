"""Does a reply really answer? `-m benchmarks.judged ask november SHEET.yml`, then `count SHEET.yml`.

`ask` puts each message of tests/data/outside/<list>.yml that says what it `needs` to the assistant, each in
a fresh conversation, and writes a sheet. A reader who knows the facts and the content fills in each `grade`:

- `yes`: a tired parent gets what they asked, in the text itself; more around it is fine.
- `partly`: the right area, but half of it, or only one of the buttons names it.
- `no`: something else is answered, or it is refused or asked back without need.

`count` prints the shares. The sheet holds held-out messages: keep it out of the repository.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from benchmarks.assistant import ROOT, Conversation, started

GRADES = ("yes", "partly", "no")


def main() -> None:
    """Write a sheet, or count a filled one."""
    arguments = sys.argv[1:]
    if len(arguments) == 3 and arguments[0] == "ask":
        _ask(ROOT / "tests/data/outside" / f"{arguments[1]}.yml", Path(arguments[2]))
    elif len(arguments) == 2 and arguments[0] == "count":
        print(count(YAML(typ="safe").load(Path(arguments[1]))["replies"]))
    else:
        sys.exit(__doc__)


def count(replies: list[dict[str, Any]]) -> str:
    """Give the shares of the grades. Raises ValueError for a reply without one."""
    if missing := [n for n, reply in enumerate(replies) if reply["grade"] not in GRADES]:
        raise ValueError(f"No grade ({', '.join(GRADES)}) for reply {missing[0]}, counted from 0.")
    grades = Counter(reply["grade"] for reply in replies)
    shares = (f"{grade} {grades[grade] / len(replies):.1%}" for grade in GRADES)
    return f"{len(replies)} replies: {', '.join(shares)}"


def _ask(questions: Path, sheet: Path) -> None:
    rows = []
    with started():
        for question in YAML(typ="safe").load(questions)["questions"]:
            if "needs" not in question:
                continue
            messages = Conversation.begin().ask(question["text"])["messages"]
            rows.append(
                {
                    **question,
                    "reply": "\n".join(message.get("text", "") for message in messages),
                    "buttons": [b["title"] for message in messages for b in message.get("buttons") or []],
                    "grade": "",
                }
            )
    YAML().dump({"replies": rows}, sheet)
    print(f"{len(rows)} replies to grade: {sheet}")


if __name__ == "__main__":
    main()
