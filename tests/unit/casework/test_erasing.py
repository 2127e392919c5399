"""Forgetting in the ledger: all of one conversation, nothing of another; age to the second; cards stay."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from casework.call_backs import CallBacks, CardWithdrawn
from casework.card import Card
from casework.erasing import BATCH, Erasing, TrackerToErase
from casework.feedback import Feedback
from casework.ledger import Conversation, ConversationGone, Ledger, Question
from casework.models import Base, CallBackRow
from casework.sealing import Sealer

WORDS = "Marmaduke throws xylophones"
REPLY = [{"text": f"{WORDS}?", "custom": {"kind": "answer", "answer": "topic/quincunx"}}]
CARD = Card(question="What now?", phone="07700 900123", how="phone", consent=True)
CARD_ID = "card-id-0000-0001"
SECOND = timedelta(seconds=1)


@pytest.fixture
def erasing(engine: Engine) -> Erasing:
    return Erasing(engine)


@pytest.fixture
def call_backs(engine: Engine) -> CallBacks:
    return CallBacks(sessionmaker(engine), Sealer(["a key, long enough " * 2]))


def talk(ledger: Ledger, engine: Engine, conversation: Conversation, moment: datetime) -> None:
    """Ask, be answered, and say that it helped."""
    ledger.receive(conversation.id, Question("m-1", WORDS), moment)
    ledger.finish(conversation.id, 1, REPLY, moment)
    Feedback(sessionmaker(engine)).keep(conversation.id, 1, "topic/quincunx", True, None, moment)


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.execute(text(f"select count(*) from {name}")).scalar_one()
            for name in Base.metadata.tables
        }


def card(engine: Engine) -> CallBackRow:
    with Session(engine) as session:
        return session.scalars(select(CallBackRow)).one()


def test_all_of_a_conversation_goes_and_nothing_of_another(
    erasing: Erasing, ledger: Ledger, engine: Engine, now: datetime
) -> None:
    (mine, secret), (other, other_secret) = ledger.start(None, now), ledger.start(None, now)
    for one in (mine, other):
        talk(ledger, engine, one, now)
    assert erasing.conversation(mine.id, now) is True
    assert ledger.find(mine.id, secret) is None
    assert ledger.turns(mine.id) == []
    assert ledger.find(other.id, other_secret) == other
    assert len(ledger.turns(other.id)) == 1
    left = {"conversation": 1, "turn": 1, "feedback": 1, "tracker_to_erase": 1, "call_back": 0}
    assert counts(engine) == left


def test_the_words_are_in_no_file_of_the_database(
    erasing: Erasing,
    ledger: Ledger,
    engine: Engine,
    conversation: Conversation,
    now: datetime,
    tmp_path: Path,
) -> None:
    talk(ledger, engine, conversation, now)

    def there() -> list[bool]:
        content = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        return [word in content for word in (b"Marmaduke", b"xylophones", b"quincunx")]

    assert there() == [True] * 3
    erasing.conversation(conversation.id, now)
    assert there() == [False] * 3


@pytest.mark.parametrize("conversation_id", ["nobody", "", "\x00", "' or 1=1 --"])
def test_a_conversation_that_is_not_there_leaves_no_note(
    erasing: Erasing, conversation: Conversation, engine: Engine, now: datetime, conversation_id: str
) -> None:
    assert erasing.conversation(conversation_id, now) is False
    assert erasing.trackers() == []
    assert counts(engine)["conversation"] == 1


def test_deleting_twice_leaves_one_note_with_its_moment(
    erasing: Erasing, conversation: Conversation, now: datetime
) -> None:
    assert [erasing.conversation(conversation.id, now) for _ in range(2)] == [True, False]
    assert erasing.trackers() == [TrackerToErase(conversation.id, now)]
    erasing.tracker_erased(conversation.id)
    erasing.tracker_erased(conversation.id)
    assert erasing.trackers() == []


def test_the_oldest_note_comes_first(erasing: Erasing, ledger: Ledger, now: datetime) -> None:
    ids = [ledger.start(None, now)[0].id for _ in range(3)]
    for place, conversation_id in enumerate(ids):
        erasing.conversation(conversation_id, now - place * SECOND)
    assert [note.conversation_id for note in erasing.trackers()] == ids[::-1]


def test_either_all_goes_or_nothing(
    erasing: Erasing, ledger: Ledger, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    talk(ledger, engine, conversation, now)
    before = counts(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("alter table tracker_to_erase rename to away")
    with pytest.raises(OperationalError):
        erasing.conversation(conversation.id, now)
    with engine.begin() as connection:
        connection.exec_driver_sql("alter table away rename to tracker_to_erase")
    assert counts(engine) == before


def test_nothing_comes_back_after_the_deletion(
    erasing: Erasing, ledger: Ledger, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    ledger.receive(conversation.id, Question("m-1", WORDS), now)
    erasing.conversation(conversation.id, now)
    with pytest.raises(ConversationGone):
        ledger.finish(conversation.id, 1, REPLY, now)
    with pytest.raises(ConversationGone):
        ledger.receive(conversation.id, Question("m-2", WORDS), now)
    assert counts(engine)["turn"] == 0


def test_eight_threads_that_ask_while_it_is_deleted_leave_nothing(
    erasing: Erasing, ledger: Ledger, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    gate = threading.Barrier(9)

    def ask(number: int) -> None:
        gate.wait(timeout=5)
        try:
            ledger.receive(conversation.id, Question(f"m-{number}", WORDS), now)
            ledger.finish(conversation.id, number + 1, REPLY, now)
        except ConversationGone:
            pass

    with ThreadPoolExecutor(9) as pool:
        asking = [pool.submit(ask, number) for number in range(8)]
        gate.wait(timeout=5)
        assert erasing.conversation(conversation.id, now) is True
        for one in asking:
            one.result(timeout=10)
    assert (counts(engine)["turn"], counts(engine)["conversation"]) == (0, 0)


def test_a_card_stays_readable_without_its_conversation(
    erasing: Erasing, call_backs: CallBacks, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    reference = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    assert card(engine).conversation_id == conversation.id
    erasing.conversation(conversation.id, now)
    kept = card(engine)
    assert (kept.conversation_id, kept.status, kept.council) == (None, "waiting", "bathnes")
    assert call_backs.open(kept.id) == CARD
    assert call_backs.withdraw(reference, now) is True


def test_a_card_sent_while_its_conversation_is_deleted_is_kept_without_it(
    call_backs: CallBacks, erasing: Erasing, engine: Engine, conversation: Conversation, now: datetime
) -> None:
    def delete_first(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.startswith("INSERT INTO call_back"):
            erasing.conversation(conversation.id, now)

    event.listen(engine, "before_cursor_execute", delete_first)
    reference = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    assert (card(engine).conversation_id, counts(engine)["conversation"]) == (None, 0)
    assert call_backs.withdraw(reference, now) is True


@pytest.mark.parametrize(("age", "erased"), [(-SECOND, 0), (timedelta(), 0), (SECOND, 1)])
@pytest.mark.parametrize("asked", [True, False])
def test_the_age_counts_from_the_last_question_or_the_start_to_the_second(
    erasing: Erasing, ledger: Ledger, engine: Engine, now: datetime, age: timedelta, erased: int, asked: bool
) -> None:
    last = now - age
    conversation, _ = ledger.start(None, last - timedelta(days=50) if asked else last)
    if asked:
        ledger.receive(conversation.id, Question("m-1", "first"), last - timedelta(days=40))
        ledger.receive(conversation.id, Question("m-2", "last"), last)
    assert erasing.conversations_before(now) == erased
    assert counts(engine)["conversation"] == 1 - erased
    assert erasing.trackers() == [TrackerToErase(conversation.id, now)] * erased


def test_old_conversations_go_in_batches_the_oldest_first(
    erasing: Erasing, ledger: Ledger, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casework.erasing.BATCH", 2)
    ids = [ledger.start(None, now - (day + 1) * timedelta(days=1))[0].id for day in range(3)]
    assert BATCH == 100
    assert erasing.conversations_before(now) == 2
    assert {note.conversation_id for note in erasing.trackers()} == set(ids[1:])
    assert [erasing.conversations_before(now) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize(("age", "emptied"), [(timedelta(), 0), (SECOND, 1)])
def test_an_old_card_is_emptied_and_cannot_come_back(
    erasing: Erasing,
    call_backs: CallBacks,
    engine: Engine,
    conversation: Conversation,
    now: datetime,
    age: timedelta,
    emptied: int,
) -> None:
    reference = call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now - age)
    assert [erasing.cards_before(now) for _ in range(2)] == [emptied, 0]
    kept = card(engine)
    gone = (None, None, None, "expired")
    assert ((kept.sealed, kept.council, kept.conversation_id, kept.status) == gone) is bool(emptied)
    if emptied:
        with pytest.raises(CardWithdrawn):
            call_backs.ask(CARD_ID, CARD, conversation.id, "bathnes", now)
    assert call_backs.withdraw(reference, now) is not bool(emptied)


def test_a_withdrawn_card_stays_withdrawn(
    erasing: Erasing, call_backs: CallBacks, engine: Engine, now: datetime
) -> None:
    call_backs.withdraw(call_backs.ask(CARD_ID, CARD, None, "bathnes", now), now)
    assert erasing.cards_before(now + SECOND) == 0
    assert card(engine).status == "withdrawn"
