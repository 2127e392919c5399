"""Wales, Scotland and Northern Ireland have their own law: say kindly that we cover England."""

from __future__ import annotations

from typing import Any

from actions.reply import Reply
from kb import queries

ANSWER = "out_of_scope/other-nations"
NAMES = {"wales": "Wales", "scotland": "Scotland", "northern_ireland": "Northern Ireland"}


def say_england_only(reply: Reply) -> list[dict[str, Any]]:
    """Say that the parent's nation has other rules. Raises LookupError without the answer."""
    answer = queries.answer(reply.session, ANSWER)
    if answer is None:
        raise LookupError(f"the knowledge base has no answer {ANSWER}")
    nation = NAMES[reply.area.nation or ""]
    reply.say(
        f"I take it that you live in {nation}.\n\n{reply.filler.fill(answer.text).strip()}\n\n"
        "If you live in England after all, tell me your council or town.",
        {"kind": "out_of_scope", "topic": "out_of_scope", "answer": ANSWER},
    )
    return []
