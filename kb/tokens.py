"""Tokens such as `{{advice_line.contact}}`: facts stand once and are put into answers when spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

TOKEN = re.compile(r"\{\{\s*([a-z_0-9.-]+)\s*\}\}")
ANY_BRACES = re.compile(r"\{\{(.*?)(?:\}\}|$)", re.DOTALL)
PLAIN = frozenset(
    {
        "school.name",
        "council.name",
        "council.send_team",
        "advice_line.name",
        "advice_line.contact",
        "local_offer.contact",
        "plan.name",
        "checked_on",
    }
)
LOCAL = PLAIN - {"school.name", "plan.name", "checked_on"}


def is_local(text: str) -> bool:
    """Tell whether `text` has a token that says another thing in each council's area."""
    return any(token in LOCAL for token in find_tokens(text))


def find_tokens(text: str) -> Iterator[str]:
    """Give each token's name in `text`, also misspelt ones: `{{ Advice Line }}`, `{{role.senco}`."""
    for match in ANY_BRACES.finditer(text):
        closed = match.group(0).endswith("}}")
        yield match.group(1).strip() if closed else match.group(0).split()[0]


def is_known(token: str, roles: frozenset[str], contacts: frozenset[str]) -> bool:
    """Tell whether a token can be filled: a plain one, `role.<role>` or `contact.<id>`."""
    kind, _, name = token.partition(".")
    return token in PLAIN or (kind == "role" and name in roles) or (kind == "contact" and name in contacts)


def fill(text: str, value_of: Callable[[str], str]) -> str:
    """Replace each token by `value_of(name)`; raises what `value_of` raises for an unknown name."""
    return TOKEN.sub(lambda match: value_of(match.group(1)), text)
