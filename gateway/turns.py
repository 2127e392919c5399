"""A parent's turn from the door to the reply, as one list of steps."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from casework.ledger import Conversation, ConversationGone, Ledger, Question, Turn
from gateway.areas import council_of
from gateway.bot_client import BotClient, BotFailed
from gateway.locks import ConversationLocks
from gateway.problems import DELETED_MEANWHILE, Refused
from gateway.safe_reply import LAST_RESORT, SafeReplies
from gateway.words import normalise
from privacy import mask
from safety.routes import SafetyPhrases

logger = logging.getLogger(__name__)
TURN_SECONDS = 4.5


class Turns:
    """Handles turns. `known_contacts` gives the numbers and addresses that are ours to show."""

    def __init__(
        self,
        ledger: Ledger,
        bot: BotClient,
        safe: SafeReplies,
        phrases: SafetyPhrases,
        known_contacts: Callable[[], frozenset[str]],
    ) -> None:
        self._ledger, self._bot, self._safe, self._phrases = ledger, bot, safe, phrases
        self._known_contacts = known_contacts
        self._locks = ConversationLocks()

    def typed(self, conversation: Conversation, client_id: str, text: str) -> Turn:
        """Take typed words: normal form, safety, masking, ledger, bot.

        Raises Refused for unfit text, and where the conversation is deleted meanwhile.
        """
        words = normalise(text)
        route = self._phrases.route(words)
        masked = mask(words, self._known_contacts(), datetime.now(UTC).date())
        question = Question(client_id, masked.text, hidden=masked.kinds, safety_route=route)
        return self._take(conversation, question)

    def pressed(self, conversation: Conversation, client_id: str, button_id: str) -> Turn:
        """Take a button of an earlier reply. Raises Refused for one that was never offered."""
        button = self._button(conversation, button_id)
        if button is None:
            raise Refused(
                "unknown_button",
                "That button is not known here. Please type your question instead.",
            )
        return self._take(
            conversation,
            Question(client_id, button["title"], payload=button["payload"]),
        )

    def _take(self, conversation: Conversation, question: Question) -> Turn:
        try:
            return self._answered(conversation, question)
        except ConversationGone:
            code, message, status = DELETED_MEANWHILE
            # Nothing may be kept any more, but help in danger is never left out.
            urgent = f"{LAST_RESORT} " if question.safety_route else ""
            raise Refused(code, urgent + message, status) from None

    def _answered(self, conversation: Conversation, question: Question) -> Turn:
        deadline = time.monotonic() + TURN_SECONDS
        turn = self._ledger.receive(conversation.id, question, datetime.now(UTC))
        if turn.reply is not None:
            return turn
        with self._locks.hold(conversation.id, deadline - time.monotonic()) as held:
            current = self._ledger.turn(conversation.id, turn.number)
            if current is None:
                raise ConversationGone(conversation.id)
            if current.reply is not None:
                return current
            reply, failure = self._reply(conversation, turn, deadline if held else 0.0)
            numbered = _with_button_ids(turn.number, reply)
            return self._ledger.finish(conversation.id, turn.number, numbered, datetime.now(UTC), failure)

    def _reply(
        self, conversation: Conversation, turn: Turn, deadline: float
    ) -> tuple[list[dict[str, Any]], str | None]:
        """Give the bot's reply, or the safe one and why; a safety message is never missing."""
        try:
            seconds = deadline - time.monotonic()
            if seconds <= 0:
                raise BotFailed("busy")
            messages = self._bot.ask(conversation.id, turn.text, turn.payload, conversation.council, seconds)
            if turn.safety_route:
                messages = self._safe.safety_first(messages, turn.safety_route)
            return messages, None
        except Exception as error:
            reason = error.reason if isinstance(error, BotFailed) else type(error).__name__
            logger.warning("turn %s of %s: safe reply (%s)", turn.number, conversation.id, reason)
            council = council_of(conversation, self._ledger.turns(conversation.id))
            return self._safe.reply(council, turn.safety_route, datetime.now(UTC)), reason[:32]

    def _button(self, conversation: Conversation, button_id: str) -> dict[str, str] | None:
        number = button_id.partition("-")[0]
        turn = (
            self._ledger.turn(conversation.id, int(number))
            if number.isdecimal() and len(number) < 9
            else None
        )
        buttons = (
            b for message in (turn.reply if turn else None) or [] for b in message.get("buttons") or []
        )
        return next((button for button in buttons if button["id"] == button_id), None)


def _with_button_ids(number: int, reply: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each button an id of its own; a press sends the id, never the payload."""
    count = 0
    numbered = []
    for message in reply:
        buttons = []
        for button in message.get("buttons") or []:
            count += 1
            buttons.append({**button, "id": f"{number}-{count}"})
        numbered.append({**message, "buttons": buttons} if buttons else message)
    return numbered
