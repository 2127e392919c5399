"""The call-back card: all that a parent sends to the advice line, and nothing more."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

HOW = {"phone": "Phone call", "text": "Text message", "email": "E-mail"}
WHEN = {"morning": "Morning", "afternoon": "Afternoon"}
NEEDS = {
    "interpreter": "An interpreter",
    "bsl": "British Sign Language (BSL)",
    "text_relay": "Text relay (Relay UK)",
    "large_print": "Large print, if you write to me",
    "plain_words": "Plain words, and more time to talk",
    "someone_else": "Someone else speaks for me",
}
SAFE = {"yes": "Yes, you can leave a message", "no": "No, please do not leave a message"}


@dataclass(frozen=True)
class Card:
    """One card. Text may be empty; `how`, `when`, `needs` and `safe_message` hold ids of the tables above.

    `said` is what the assistant answered, `tried` the steps already taken, `consent` the parent's yes to
    passing all of this on.
    """

    question: str = ""
    said: str = ""
    tried: tuple[str, ...] = ()
    wants: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    how: str = ""
    when: tuple[str, ...] = ()
    when_note: str = ""
    needs: tuple[str, ...] = ()
    needs_note: str = ""
    safe_message: str = ""
    consent: bool = False

    def to_bytes(self) -> bytes:
        """Give the card as JSON in UTF-8."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Card:
        """Read what `to_bytes` gave."""
        parts: dict[str, Any] = {
            name: tuple(part) if isinstance(part, list) else part
            for name, part in json.loads(content).items()
        }
        return cls(**parts)
