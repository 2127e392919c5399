"""What requests need, put together once from the settings."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from casework.call_backs import CallBacks
from casework.erasing import Erasing
from casework.feedback import Feedback
from casework.ledger import MIGRATIONS, Conversation, Ledger
from casework.sealing import Sealer
from gateway.area_lines import AreaLines
from gateway.bot_client import BotClient
from gateway.card_desk import CardDesk
from gateway.card_lines import CardLines
from gateway.safe_reply import SafeReplies
from gateway.settings import Settings
from gateway.turns import Turns
from gateway.upkeep import Upkeep
from kb import queries
from safety.routes import SafetyPhrases
from storage.database import open_engine, upgrade

logger = logging.getLogger(__name__)
KEEP_SECONDS = 60.0


@dataclass
class KnownThings:
    """Parts of the knowledge base that every request needs, read again once a minute."""

    kb: sessionmaker[Session]
    _read_at: float = -KEEP_SECONDS
    _contacts: frozenset[str] = frozenset()
    _councils: dict[str, str] = field(default_factory=dict)

    def contacts(self) -> frozenset[str]:
        """Give the numbers and e-mails that are ours to show: the last known, or none, if the kb is away."""
        self._refresh()
        return self._contacts

    def councils(self) -> dict[str, str]:
        """Give council names by id."""
        self._refresh()
        return self._councils

    def _refresh(self) -> None:
        if time.monotonic() - self._read_at < KEEP_SECONDS:
            return
        try:
            with self.kb() as session:
                self._contacts = queries.known_numbers(session)
                self._councils = dict(queries.council_names(session))
            self._read_at = time.monotonic()
        except Exception as error:
            # A message must be kept and answered even so; with no known number, only more is masked.
            logger.warning("knowledge base not read: %s", type(error).__name__)


@dataclass(frozen=True)
class Services:
    """The ledger, turns, knowledge base, call-back cards, areas' advice lines, feedback, and forgetting."""

    ledger: Ledger
    turns: Turns
    known: KnownThings
    desk: CardDesk
    lines: AreaLines
    feedback: Feedback
    erasing: Erasing
    upkeep: Upkeep

    def start(self, council: str | None) -> tuple[Conversation, str]:
        """Begin a conversation now."""
        return self.ledger.start(council, datetime.now(UTC))

    def forget(self, conversation: Conversation) -> None:
        """Erase a conversation now, and have the upkeep see to what the bot holds of it."""
        self.erasing.conversation(conversation.id, datetime.now(UTC))
        self.upkeep.wake()

    def council_ids(self) -> frozenset[str]:
        """Give the ids a widget may name."""
        return frozenset(self.known.councils())


def build_services(settings: Settings) -> Services:
    """Open the databases (the ledger's tables are brought up to date) and wire the steps."""
    engine = open_engine(settings.ledger_url)
    upgrade(engine, MIGRATIONS)
    ledger = Ledger(sessionmaker(engine))
    phrases = SafetyPhrases.read(settings.safety_file)
    kb = sessionmaker(open_engine(settings.kb_url))
    known = KnownThings(kb)
    bot = BotClient(settings.bot_url, settings.bot_secret)
    turns = Turns(
        ledger,
        bot,
        SafeReplies(kb),
        phrases,
        known.contacts,
    )
    call_backs = CallBacks(sessionmaker(engine), Sealer(settings.card_keys))
    lines = CardLines(kb)
    desk = CardDesk(ledger, kb, call_backs, lines, phrases)
    area_lines = AreaLines(lines, lambda: datetime.now(UTC))
    feedback, erasing = Feedback(sessionmaker(engine)), Erasing(engine)
    upkeep = Upkeep(erasing, bot, settings.retention_days)
    return Services(ledger, turns, known, desk, area_lines, feedback, erasing, upkeep)
