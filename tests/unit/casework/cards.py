"""A card of words that stand nowhere else, and how the tests look into the database."""

from __future__ import annotations

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session, sessionmaker

from casework.call_backs import CallBacks
from casework.card import NEEDS, Card
from casework.models import CallBackRow
from casework.sealing import Sealer

OLD = "an old key, long enough " * 2
NEW = "a new key, long enough " * 2
CARD = Card(
    question="Marmaduke throws xylophones. What now?",
    said="Ask the quincunx.",
    tried=("Talked to the Zebedee",),
    wants="help with a wibble",
    name="Griselda Plumptre",
    phone="07700 900123",
    email="griselda@example.org",
    how="phone",
    when=("morning",),
    when_note="not on Frobdays",
    needs=tuple(NEEDS),
    needs_note="Klingon",
    safe_message="no",
    consent=True,
)
CANARIES = (
    "Marmaduke", "quincunx", "Zebedee", "wibble", "Griselda", "07700", "900123", "example.org",
    "Frobdays", "interpreter", "Klingon",
)  # fmt: skip
CARD_ID = "card-id-0000-0001"


def with_keys(engine: Engine, *keys: str) -> CallBacks:
    return CallBacks(sessionmaker(engine), Sealer(keys))


def rows(engine: Engine) -> list[CallBackRow]:
    with Session(engine) as session:
        return list(session.scalars(select(CallBackRow).order_by(CallBackRow.created_at)))


def set_row(engine: Engine, call_back_id: str, **values: object) -> None:
    with engine.begin() as connection:
        connection.execute(update(CallBackRow).where(CallBackRow.id == call_back_id).values(**values))
