"""The chat windows that are compared, and how each of their parts is found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Contender:
    """One widget, by CSS selectors, also inside shadow roots; `launcher` is empty where it is always open.

    `closers` are words in the name of what closes it.
    """

    name: str
    page: str
    launcher: str
    box: str
    reply: str
    closers: tuple[str, ...] = ("close", "minimi")


CONTENDERS = (
    Contender("Signpost", "/signpost", ".launcher", "textarea", ".next button"),
    Contender("rasa-webchat 1.0.1", "/rasa-webchat", ".rw-launcher", ".rw-new-message", ".rw-reply"),
    Contender("deep-chat 2.4.2", "/deep-chat", "", "#text-input", ".deep-chat-suggestion-button"),
)
PACKAGES = ("rasa-webchat@1.0.1", "deep-chat@2.4.2", "socket.io@4.8.1")
