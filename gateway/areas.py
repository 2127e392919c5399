"""Where a conversation is, as far as its replies tell."""

from __future__ import annotations

from casework.ledger import Conversation, Turn


def council_of(conversation: Conversation, turns: list[Turn]) -> str | None:
    """Give the council of the bot's latest reply: what a parent said outweighs the page they are on."""
    for turn in reversed(turns):
        for message in turn.reply or []:
            custom = message.get("custom") or {}
            if "council" in custom and custom.get("reason") != "bot_failed":
                return custom["council"] and str(custom["council"])
    return conversation.council
