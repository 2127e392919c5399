"""A turn made ready for people, the same for page and widget: cards, sources, next questions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from casework.ledger import Turn
from english.wording import join, spoken_date
from gateway.text_blocks import Block, text_blocks
from kb.speech import SOURCES_LEAD

# How strong an answer is, as a label; plain information has none.
DUTIES = {
    "must": "The law says",
    "should": "The Code of Practice says",
    "local": "Your school or council says",
}


@dataclass
class Message:
    """One spoken message and its kind (answer, handoff, safety...).

    `answer` is the id of a knowledge base answer; `sources` hold name, url (or empty) and checked (in words);
    `links` hold title and href of pages of ours.
    """

    blocks: list[Block]
    kind: str = "text"
    answer: str = ""
    duty: str = ""
    sources: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Give the same as plain JSON values."""
        return {**vars(self), "blocks": [block.as_json() for block in self.blocks]}


@dataclass(frozen=True)
class ShownTurn:
    """What a page needs of a turn; `hidden` names in words what was taken out before it was kept."""

    number: int
    text: str
    hidden: str
    messages: list[Message]
    buttons: list[dict[str, str]]

    def as_json(self) -> dict[str, Any]:
        """Give what the widget shows; a button is its id and title, never its payload."""
        return {
            "hidden": self.hidden,
            "messages": [message.as_json() for message in self.messages],
            "buttons": [{"id": button["id"], "title": button["title"]} for button in self.buttons],
        }


def show_turn(turn: Turn, known_contacts: frozenset[str]) -> ShownTurn:
    """Prepare a turn; only numbers of the knowledge base become links."""
    messages: list[Message] = []
    buttons: list[dict[str, str]] = []
    for message in turn.reply or []:
        if message.get("text"):
            messages.append(Message(text_blocks(message["text"], known_contacts)))
        if message.get("custom") and messages:
            _add(messages[-1], message["custom"])
        buttons += message.get("buttons") or []
    hidden = join(turn.hidden) if turn.hidden else ""
    return ShownTurn(turn.number, turn.text, hidden, messages, buttons)


def own_links(custom: dict[str, Any]) -> list[dict[str, str]]:
    """Give the links to pages of ours (title, href); an address that leads elsewhere is never one."""
    return [
        {"title": str(link["title"]), "href": str(link["href"])}
        for link in custom.get("links") or []
        if str(link.get("href") or "").startswith("/") and not str(link["href"]).startswith("//")
    ]


def _add(message: Message, custom: dict[str, Any]) -> None:
    message.kind = custom.get("kind", "text")
    message.links += own_links(custom)
    if message.kind == "other_language" and message.blocks:
        # Only the first part is in that language; English and the line's contact follow.
        language, direction = str(custom.get("language") or ""), str(custom.get("direction") or "")
        message.blocks[0] = replace(message.blocks[0], lang=language, dir=direction)
    if message.kind != "answer":
        return
    message.answer = str(custom.get("answer") or "")
    message.duty = DUTIES.get(str(custom.get("duty")), "")
    message.sources += _sources(custom)
    # The text says its sources for those who only hear it; a card shows them in their own place.
    if message.sources and message.blocks and message.blocks[-1].words.startswith(SOURCES_LEAD):
        message.blocks.pop()


def _sources(custom: dict[str, Any]) -> list[dict[str, str]]:
    shown = []
    for source in custom.get("sources") or []:
        url = str(source.get("url") or "")
        name = source["title"] + (f", {source['paragraph']}" if source.get("paragraph") else "")
        checked = str(source.get("checked_on") or "")
        one = {
            "name": name,
            "url": url if url.startswith("https://") else "",
            "checked": spoken_date(date.fromisoformat(checked)) if checked else "",
        }
        if one not in shown:
            shown.append(one)
    return shown
