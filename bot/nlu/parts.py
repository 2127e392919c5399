"""A message and what hangs on it: its reading after the question before, its asks, and what it only tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

IN_CONTEXT, BEFORE = "in_context", "before"
PARTS, OF_SEVERAL = "parts", "of_several"
TOLD = "told"


def attach_context(message: Message, before: str) -> None:
    """Hang on `message` its own words read after `before`."""
    if before:
        text = f"{before.rstrip('.?! ')}. {message.get(TEXT)}"
        message.set(IN_CONTEXT, Message(data={TEXT: text}))
        message.set(BEFORE, before)


def with_parts(messages: Iterable[Message]) -> Iterator[Message]:
    """Give every message, its reading in context, what it only tells, and its asks with theirs."""
    for message in messages:
        yield message
        yield from (message.get(part) for part in (IN_CONTEXT, TOLD) if message.get(part))
        yield from with_parts(message.get(PARTS) or [])


def with_asks(messages: Iterable[Message]) -> Iterator[Message]:
    """Give every message and its asks, without readings in context."""
    for message in messages:
        yield message
        yield from message.get(PARTS) or []
