"""A turn made ready for the plain page: paragraphs, lists, numbers to tap, sources to open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from casework.ledger import Turn
from english.wording import join


@dataclass(frozen=True)
class Block:
    """One paragraph, or one list (`items`)."""

    html: Markup | None = None
    items: tuple[Markup, ...] = ()


@dataclass
class Message:
    """One spoken message and its kind (answer, handoff, safety...)."""

    blocks: list[Block]
    kind: str = "text"
    sources: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class ShownTurn:
    """What the template needs of a turn."""

    number: int
    text: str
    hidden: str
    messages: list[Message]
    buttons: list[dict[str, str]]


def show_turn(turn: Turn, known_contacts: frozenset[str]) -> ShownTurn:
    """Prepare a turn; only numbers of the knowledge base become links."""
    messages: list[Message] = []
    buttons: list[dict[str, str]] = []
    for message in turn.reply or []:
        if message.get("text"):
            messages.append(Message(show_text(message["text"], known_contacts)))
        if message.get("custom") and messages:
            messages[-1].kind = message["custom"].get("kind", "text")
            messages[-1].sources += _sources(message["custom"])
            messages[-1].links += own_links(message["custom"])
        buttons += message.get("buttons") or []
    return ShownTurn(
        turn.number,
        turn.text,
        join(turn.hidden) if turn.hidden else "",
        messages,
        buttons,
    )


def show_text(text: str, known_contacts: frozenset[str]) -> list[Block]:
    """Prepare one text of ours; only numbers of the knowledge base become links."""
    numbers = sorted((contact for contact in known_contacts if "@" not in contact), key=len, reverse=True)
    blocks: list[Block] = []
    items: list[Markup] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("- "):
            items.append(_linked(line[2:], numbers))
            continue
        if items:
            blocks.append(Block(items=tuple(items)))
            items = []
        if line.strip():
            blocks.append(Block(html=_linked(line, numbers)))
    return blocks


def _linked(line: str, numbers: list[str]) -> Markup:
    found = [number for number in numbers if number in line]
    if not found:
        return escape(line)
    # Whole numbers only: 111 is no number to ring in "£2,111".
    pieces = re.split(rf"(?<!\w)(?<!\d[ ,.])({'|'.join(map(re.escape, found))})(?!\w|[ ,.]\d)", line)
    linked = [
        Markup('<a href="tel:{}">{}</a>').format(re.sub(r"\D", "", piece), piece)
        if piece in found
        else escape(piece)
        for piece in pieces
    ]
    return Markup("").join(linked)


def _sources(custom: dict[str, Any]) -> list[dict[str, str]]:
    links = []
    for source in custom.get("sources") or []:
        name = source["title"] + (f", {source['paragraph']}" if source.get("paragraph") else "")
        if str(source.get("url") or "").startswith("https://"):
            links.append({"name": name, "url": source["url"]})
    return links


def own_links(custom: dict[str, Any]) -> list[dict[str, str]]:
    """Give the links to pages of ours (title, href); an address that leads elsewhere is never one."""
    return [
        {"title": str(link["title"]), "href": str(link["href"])}
        for link in custom.get("links") or []
        if str(link.get("href") or "").startswith("/") and not str(link["href"]).startswith("//")
    ]
