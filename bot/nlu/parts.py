"""A message and what hangs on it: itself read after the question before, and each of its asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

IN_CONTEXT = "in_context"
PARTS = "parts"


def attach_context(message: Message, before: str) -> None:
    """Hang on `message` its own words read after `before`."""
    if before:
        text = f"{before.rstrip('.?! ')}. {message.get(TEXT)}"
        message.set(IN_CONTEXT, Message(data={TEXT: text}))


def with_parts(messages: Iterable[Message]) -> Iterator[Message]:
    """Give every message, its reading in context, and its asks with theirs."""
    for message in messages:
        yield message
        if context := message.get(IN_CONTEXT):
            yield context
        yield from with_parts(message.get(PARTS) or [])


def with_asks(messages: Iterable[Message]) -> Iterator[Message]:
    """Give every message and its asks, without readings in context."""
    for message in messages:
        yield message
        yield from message.get(PARTS) or []
