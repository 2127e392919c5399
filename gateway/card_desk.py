"""Call-back cards from the first look to the reference; the page and the API both go through here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from casework.call_backs import CallBacks, CardWithdrawn
from casework.card import Card
from casework.card_problems import card_problems
from casework.ledger import Conversation, Ledger
from gateway.areas import council_of
from gateway.card_contents import prefilled
from gateway.card_fields import typed_words
from gateway.card_lines import CardLine, CardLines
from gateway.problems import Refused
from gateway.safe_reply import LAST_RESORT, SafeReplies
from safety.routes import SafetyPhrases

CHOOSE_COUNCIL = "Please choose your council, so that the card goes to the right advice line."
ELSEWHERE = "elsewhere"
TAKEN_BACK = (
    "card_withdrawn",
    "You took this card back, so it was not sent again. To send it after all, please start a new card.",
    409,
)
WITHDRAWN = (
    "Your card is taken back and what it said is erased. If someone has read it already, you can still tell "
    "the advice line that you have changed your mind."
)
NOT_WITHDRAWN = (
    "We have no card with this reference. Please check each letter and number. "
    "If you took the card back before, there is nothing more to do."
)


@dataclass(frozen=True)
class CardDesk:
    """What both ways to a card need. Methods raise Refused while the knowledge base cannot be read."""

    ledger: Ledger
    kb: sessionmaker[Session]
    call_backs: CallBacks
    lines: CardLines
    phrases: SafetyPhrases

    def offer(self, conversation: Conversation | None) -> tuple[Card, str | None]:
        """Give a card filled in from the conversation, and the council it is about, if they are known."""
        if conversation is None:
            return Card(), None
        turns = self.ledger.turns(conversation.id)
        council = council_of(conversation, turns)
        try:
            with self.kb() as session:
                return prefilled(session, turns), council
        except SQLAlchemyError:
            return Card(), council

    def check(
        self, card: Card, council: str | None, moment: datetime
    ) -> tuple[dict[str, str], CardLine | None]:
        """Give what to change, by field, and the line the card goes to, which is there if nothing is wrong.

        The council comes first, since elsewhere nothing can be sent.
        """
        line = self.lines.line(council, moment) if council else None
        if line and line.takes_cards:
            return card_problems(card), line
        sentence = self.lines.elsewhere() if council == ELSEWHERE else CHOOSE_COUNCIL
        return {"council": line.no_cards if line else sentence, **card_problems(card)}, None

    def send(
        self, card_id: str, card: Card, line: CardLine, conversation: Conversation | None, moment: datetime
    ) -> str:
        """Keep a card that `check` found nothing in, and give its reference. Raises Refused if withdrawn."""
        try:
            origin = conversation.id if conversation else None
            return self.call_backs.ask(card_id, card, origin, line.council, moment)
        except CardWithdrawn:
            raise Refused(*TAKEN_BACK) from None

    def urgent(self, card: Card, conversation: Conversation | None) -> list[dict[str, Any]]:
        """Give the fixed safety message if the parent's own words call for one, as the chat would."""
        route = self.phrases.route(typed_words(card, self.offer(conversation)[0]))
        if route is None:
            return []
        try:
            with self.kb() as session:
                return SafeReplies.safety(session, route)
        except (SQLAlchemyError, LookupError):
            return [{"text": LAST_RESORT}, {"custom": {"kind": "safety", "route": route}}]
