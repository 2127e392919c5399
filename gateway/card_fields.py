"""Between a card and the fields of a form or a JSON body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from werkzeug.datastructures import MultiDict

from casework.card import HOW, NEEDS, SAFE, WHEN, Card
from casework.card_problems import LONGEST
from english.wording import join
from gateway.problems import Refused
from gateway.words import seen

TEXTS = ("question", "said", "wants", "name", "phone", "email", "when_note", "needs_note")
Part = TypeVar("Part", str, bool)


def card_from_json(body: Mapping[str, Any]) -> Card:
    """Read a card. Missing parts are empty, choices that were never offered are left out.

    Raises Refused for a part of the wrong type.
    """
    how, safe = _typed(body, "how", ""), _typed(body, "safe_message", "")
    return Card(
        **{name: seen(_typed(body, name, "")) for name in TEXTS},
        tried=tuple(step for step in map(seen, _strings(body, "tried")) if step),
        how=how if how in HOW else "",
        when=tuple(choice for choice in WHEN if choice in _strings(body, "when")),
        needs=tuple(choice for choice in NEEDS if choice in _strings(body, "needs")),
        safe_message=safe if safe in SAFE else "",
        consent=_typed(body, "consent", False),
    )


def card_from_form(form: MultiDict[str, str]) -> Card:
    """Read a card from the page's form, where the steps tried stand one on a line."""
    parts: dict[str, Any] = {name: form.get(name, "") for name in (*TEXTS, "how", "safe_message")}
    parts |= {name: form.getlist(name) for name in ("when", "needs")}
    consent = form.get("consent") == "yes"
    return card_from_json({**parts, "tried": form.get("tried", "").splitlines(), "consent": consent})


def card_rows(card: Card, area: str) -> list[tuple[str, str]]:
    """Give all that the advice line will read, as (label, words), for the parent to check."""
    rows = [
        ("Goes to the advice line for", area),
        ("Your question", card.question),
        ("What Signpost answered", card.said),
        ("What you have tried", "\n".join(card.tried)),
        ("What you would like", card.wants),
        ("Your name", card.name),
        ("Phone", card.phone),
        ("E-mail", card.email),
        ("How to reach you", HOW.get(card.how, "")),
        ("When", _listed([WHEN[choice] for choice in card.when], card.when_note)),
        ("Help you need to talk", _listed([NEEDS[choice] for choice in card.needs], card.needs_note)),
        ("Safe to leave a message", SAFE.get(card.safe_message, "")),
    ]
    return [(label, words) for label, words in rows if words]


def typed_words(card: Card, offered: Card) -> str:
    """Give the parent's own words, one part on a line; the answer we offered is ours until it is changed.

    Parts are cut to what a card may hold, so that looking through them stays quick.
    """
    parts = {name: getattr(card, name) for name in TEXTS if name not in ("phone", "email")}
    if card.said == offered.said:
        del parts["said"]
    parts["tried"] = "\n".join(card.tried)
    return "\n".join(words[: LONGEST[name]] for name, words in parts.items())


def _listed(titles: list[str], note: str) -> str:
    return "\n".join(part for part in (join(titles) if titles else "", note) if part)


def _typed(body: Mapping[str, Any], name: str, usual: Part) -> Part:
    value = body.get(name, usual)
    if not isinstance(value, type(usual)):
        raise Refused(
            "card_fields", f"In a card, {name} must be {'text' if usual == '' else 'true or false'}."
        )
    return value


def _strings(body: Mapping[str, Any], name: str) -> list[str]:
    value = body.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Refused("card_fields", f"In a card, {name} must be a list of texts.")
    return value
