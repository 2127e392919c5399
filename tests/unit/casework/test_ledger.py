"""The ledger: nothing that was said is lost, doubled or changed, whoever asks and however often."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import MIGRATIONS, Conversation, ConversationGone, Ledger, Question, Turn
from casework.models import ConversationRow, Status, TurnRow
from storage.database import open_engine, upgrade

THREADS = 8
HELLO = Question("m-1", "How long does it take?")


def at_once(work: Callable[[int], Turn]) -> list[Turn]:
    """Run `work(0)` to `work(7)` in threads that all start at the same moment."""
    gate = threading.Barrier(THREADS)

    def run(number: int) -> Turn:
        gate.wait(timeout=5)
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def test_a_conversation_is_found_with_its_secret(ledger: Ledger, now: datetime) -> None:
    conversation, secret = ledger.start("bathnes", now)
    assert ledger.find(conversation.id, secret) == conversation
    assert conversation.council == "bathnes"


def test_a_wrong_secret_and_a_wrong_id_look_the_same(ledger: Ledger, now: datetime) -> None:
    mine, secret = ledger.start(None, now)
    other, other_secret = ledger.start(None, now)
    assert [
        ledger.find(mine.id, other_secret),
        ledger.find(mine.id, ""),
        ledger.find(mine.id, secret + "x"),
        ledger.find("no-such-id", secret),
        ledger.find("", ""),
    ] == [None] * 5


def test_ids_and_secrets_are_never_the_same_and_the_secret_is_not_kept(
    ledger: Ledger, engine: Engine, now: datetime
) -> None:
    started = [ledger.start(None, now) for _ in range(20)]
    assert len({conversation.id for conversation, _ in started}) == 20
    assert len({secret for _, secret in started}) == 20
    assert min(len(secret) for _, secret in started) >= 43  # 256 bits
    with Session(engine) as session:
        kept = b"".join(row.secret_hash for row in session.scalars(select(ConversationRow)))
    assert not any(secret.encode() in kept for _, secret in started)


def test_a_question_is_kept_as_received_before_anything_else(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    question = Question("m-1", "Ring me on [phone]", '/x{"a": 1}', ("phone",), "adult_crisis")
    turn = ledger.receive(conversation.id, question, now)
    assert turn == Turn(
        1, "m-1", question.text, question.payload, ("phone",), "adult_crisis", Status.RECEIVED, None
    )
    assert ledger.turn(conversation.id, 1) == turn


def test_a_resent_question_gives_the_turn_that_is_there_also_when_its_text_changed(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    first = ledger.receive(conversation.id, HELLO, now)
    assert ledger.receive(conversation.id, HELLO, now) == first
    assert ledger.receive(conversation.id, Question("m-1", "other words"), now) == first
    answered = ledger.finish(conversation.id, 1, [{"text": "20 weeks"}], now)
    assert ledger.receive(conversation.id, HELLO, now) == answered
    assert ledger.turns(conversation.id) == [answered]


def test_two_conversations_may_use_the_same_client_id(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    other, _ = ledger.start(None, now)
    ledger.receive(conversation.id, HELLO, now)
    theirs = ledger.receive(other.id, Question("m-1", "Another question"), now)
    assert (theirs.number, theirs.text) == (1, "Another question")


def test_a_question_to_a_conversation_that_was_never_started_is_refused(
    ledger: Ledger, now: datetime
) -> None:
    with pytest.raises(LookupError, match="no conversation gone"):
        ledger.receive("gone", HELLO, now)
    assert ledger.turns("gone") == []


@pytest.mark.parametrize(("failure", "status"), [(None, Status.ANSWERED), ("bot_late", Status.FAILED)])
def test_the_first_reply_stays(
    ledger: Ledger, engine: Engine, conversation: Conversation, now: datetime, failure, status
) -> None:
    ledger.receive(conversation.id, HELLO, now)
    first = ledger.finish(conversation.id, 1, [{"text": "first"}], now, failure)
    later = ledger.finish(conversation.id, 1, [{"text": "second"}], now, None if failure else "late")
    assert first == later
    assert (later.reply, later.status) == ([{"text": "first"}], status)
    with Session(engine) as session:
        assert session.get_one(TurnRow, (conversation.id, 1)).failure == failure


def test_an_empty_reply_is_a_reply(ledger: Ledger, conversation: Conversation, now: datetime) -> None:
    ledger.receive(conversation.id, HELLO, now)
    ledger.finish(conversation.id, 1, [], now)
    assert ledger.finish(conversation.id, 1, [{"text": "late"}], now).reply == []


def test_a_turn_that_is_not_there_cannot_be_finished(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    with pytest.raises(ConversationGone):
        ledger.finish(conversation.id, 1, [{"text": "x"}], now)
    assert ledger.turn(conversation.id, 1) is None


@pytest.mark.parametrize(
    ("after", "numbers"), [(0, [1, 2, 3]), (1, [2, 3]), (3, []), (99, []), (-1, [1, 2, 3])]
)
def test_a_conversation_can_be_read_again_from_any_point(
    ledger: Ledger, conversation: Conversation, now: datetime, after: int, numbers: list[int]
) -> None:
    for number in (1, 2, 3):
        ledger.receive(conversation.id, Question(f"m-{number}", "text"), now)
    assert [turn.number for turn in ledger.turns(conversation.id, after)] == numbers


def test_eight_threads_at_once_get_eight_numbers_and_lose_nothing(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    for round_ in range(3):
        turns = at_once(lambda n, r=round_: ledger.receive(conversation.id, Question(f"m-{r}-{n}", "x"), now))
        assert {turn.client_id for turn in turns} == {f"m-{round_}-{n}" for n in range(THREADS)}
    assert [turn.number for turn in ledger.turns(conversation.id)] == list(range(1, 3 * THREADS + 1))


def test_the_same_question_from_eight_threads_is_one_turn(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    assert {turn.number for turn in at_once(lambda _: ledger.receive(conversation.id, HELLO, now))} == {1}
    assert len(ledger.turns(conversation.id)) == 1


def test_of_eight_replies_at_once_everyone_is_told_the_one_that_is_kept(
    ledger: Ledger, conversation: Conversation, now: datetime
) -> None:
    ledger.receive(conversation.id, HELLO, now)
    turns = at_once(lambda n: ledger.finish(conversation.id, 1, [{"text": str(n)}], now))
    assert turns == [ledger.turn(conversation.id, 1)] * THREADS


def test_everything_is_there_after_the_process_ends(tmp_path: Path, now: datetime) -> None:
    url = f"sqlite:///{tmp_path}/kept.sqlite"
    engine = open_engine(url)
    upgrade(engine, MIGRATIONS)
    before = Ledger(sessionmaker(engine))
    conversation, secret = before.start("stockton", now)
    turn = before.receive(conversation.id, Question("m-1", "naïve ’quotes’ 👋"), now)
    engine.dispose()
    again = open_engine(url)
    upgrade(again, MIGRATIONS)
    after = Ledger(sessionmaker(again))
    assert after.find(conversation.id, secret) == conversation
    assert after.turns(conversation.id) == [turn]
    again.dispose()
