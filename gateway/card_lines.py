"""The advice lines that cards can go to, as a parent needs to know them at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from casework.handoff import state_of, state_sentence
from gateway.problems import Refused
from kb import queries
from kb.filling import Filler

KB_AWAY = (
    "cannot_now",
    "We cannot take a card just now. Nothing was sent. Please try again in a few minutes.",
    503,
)
PROMISE = "The advice line reads these cards when it is open. It may take some days."


@dataclass(frozen=True)
class CardLine:
    """One area's line. `contact` and `state` are sentences; `next_open` is None while it is open."""

    council: str
    area: str
    name: str
    phone: str | None
    contact: str
    state: str
    open_now: bool
    next_open: datetime | None

    @property
    def takes_cards(self) -> bool:
        """Tell whether a card can be passed on: only where we hold the line's number."""
        return self.phone is not None

    @property
    def no_cards(self) -> str:
        """Say that no card can be passed on here, and how to find the line."""
        return f"We cannot pass a card on in {self.area} yet. {self.contact}"

    @property
    def promise(self) -> str:
        """Say what will happen with a card, and no more than that."""
        return f"{PROMISE} If it is urgent, ring {self.phone}. {self.state}".strip()


class CardLines:
    """Reads lines from the knowledge base; each method raises Refused while it cannot be read."""

    def __init__(self, kb: sessionmaker[Session]) -> None:
        self._kb = kb

    def line(self, council_id: str, moment: datetime) -> CardLine | None:
        """Give the line of a council, or None for one that we do not hold."""
        with self._reading() as session:
            # Known ids only: anything else comes from outside and may be no text that a database can take.
            known = council_id in dict(queries.council_names(session))
            council = queries.council(session, council_id) if known else None
            if council is None:
                return None
            line, state = council.advice_line, state_of(council.advice_line, moment)
            return CardLine(
                council=council.id,
                area=council.short,
                name=line.name,
                phone=line.phone,
                contact=Filler(session, None, council).value_of("advice_line.contact"),
                state=state_sentence(line, state),
                open_now=state.open_now,
                next_open=state.next_open,
            )

    def receivers(self, moment: datetime) -> list[CardLine]:
        """Give the lines that take cards, by area."""
        with self._reading() as session:
            ids = [council_id for council_id, _ in queries.council_names(session)]
        lines = [self.line(council_id, moment) for council_id in ids]
        return [line for line in lines if line and line.takes_cards]

    def elsewhere(self) -> str:
        """Say how to find the line of an area that we do not hold."""
        with self._reading() as session:
            contact = Filler(session, None, None).value_of("advice_line.contact")
        return f"We cannot pass a card on in your area yet. {contact}"

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with self._kb() as session:
                yield session
        except SQLAlchemyError:
            raise Refused(*KB_AWAY) from None
