"""One last day, with the rule that gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Whose = Literal["council", "parent", "adviser"]

CHECK = "Please check this with the advice line."


@dataclass(frozen=True)
class Deadline:
    """A last day set by law.

    `id` is `<event>/<step>`; `whose` tells who has to act by then; `rule` prints the rule and how it was
    counted; `exceptions` may be empty; `source` holds ids of kb/content/law/.
    """

    id: str
    title: str
    on: date
    whose: Whose
    rule: str
    exceptions: str
    source: tuple[str, ...]
