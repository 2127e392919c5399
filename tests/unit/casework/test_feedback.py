"""Feedback: only under an answer that was given, one press for each, from the list."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from casework.feedback import REASONS, Feedback, NotGiven
from casework.ledger import Conversation, ConversationGone, Ledger, Question
from casework.models import FeedbackRow

REPLY = [
    {"text": "Two answers.", "custom": {"kind": "answer", "answer": "topic/one"}},
    {"text": "And more.", "custom": {"kind": "answer", "answer": "topic/two"}},
    {"custom": {"kind": "out_of_scope", "answer": "topic/outside"}},
    {"custom": {"kind": "answer"}},
    {"text": "no custom", "custom": None},
]


@pytest.fixture
def feedback(engine: Engine) -> Feedback:
    return Feedback(sessionmaker(engine))


@pytest.fixture
def answered(ledger: Ledger, conversation: Conversation, now: datetime) -> str:
    """A conversation whose first turn is answered and whose second waits."""
    for number in (1, 2):
        ledger.receive(conversation.id, Question(f"m-{number}", "a question"), now)
    ledger.finish(conversation.id, 1, REPLY, now)
    return conversation.id


def kept(engine: Engine) -> list[tuple[str, bool, str | None]]:
    with Session(engine) as session:
        rows = session.scalars(select(FeedbackRow).order_by(FeedbackRow.answer))
        return [(row.answer, row.helped, row.reason) for row in rows]


@pytest.mark.parametrize(
    ("helped", "reason"), [(True, None), (False, None), *((False, one) for one in REASONS)]
)
def test_a_press_is_kept(
    feedback: Feedback, engine: Engine, answered: str, now: datetime, helped: bool, reason: str | None
) -> None:
    feedback.keep(answered, 1, "topic/one", helped, reason, now)
    assert kept(engine) == [("topic/one", helped, reason)]


def test_a_second_press_replaces_the_first_and_answers_are_apart(
    feedback: Feedback, engine: Engine, answered: str, now: datetime
) -> None:
    later = now + timedelta(minutes=1)
    feedback.keep(answered, 1, "topic/two", True, None, now)
    feedback.keep(answered, 1, "topic/one", False, "need_person", now)
    feedback.keep(answered, 1, "topic/one", True, None, later)
    assert kept(engine) == [("topic/one", True, None), ("topic/two", True, None)]
    with Session(engine) as session:
        row = session.get_one(FeedbackRow, (answered, 1, "topic/one"))
        assert row.pressed_at == later.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (1, "topic/never"),
        (1, "topic/outside"),
        (1, ""),
        (1, "None"),
        (1, "TOPIC/ONE"),
        (2, "topic/one"),
        (3, "topic/one"),
        (-1, "topic/one"),
        (1, "\ud800"),
    ],
)
def test_what_was_not_given_is_refused(
    feedback: Feedback, engine: Engine, answered: str, now: datetime, number: int, answer: str
) -> None:
    with pytest.raises(NotGiven):
        feedback.keep(answered, number, answer, True, None, now)
    assert kept(engine) == []


@pytest.mark.parametrize(
    ("helped", "reason"),
    [(False, "because"), (False, ""), (True, "need_person"), (False, REASONS["need_person"])],
)
def test_a_reason_is_one_of_the_list_and_goes_with_a_no(
    feedback: Feedback, engine: Engine, answered: str, now: datetime, helped: bool, reason: str
) -> None:
    with pytest.raises(ValueError, match="a reason comes with a no"):
        feedback.keep(answered, 1, "topic/one", helped, reason, now)
    assert kept(engine) == []


def test_nothing_is_kept_for_a_conversation_that_is_gone(feedback: Feedback, now: datetime) -> None:
    with pytest.raises(ConversationGone):
        feedback.keep("nobody", 1, "topic/one", True, None, now)
