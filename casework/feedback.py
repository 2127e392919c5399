"""Whether an answer helped: a yes, or a no with a reason from a fixed list: nothing personal."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from casework.ledger import hold
from casework.models import FeedbackRow, TurnRow

REASONS = {
    "not_my_question": "It is not what I asked",
    "hard_to_understand": "It is hard to understand",
    "wrong_or_old": "It seems wrong or out of date",
    "tried_already": "I have tried this already",
    "need_person": "I need to talk to a person",
}


class NotGiven(LookupError):
    """The answer was not given in that turn."""


class Feedback:
    """What parents pressed under answers."""

    def __init__(self, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions

    def keep(
        self,
        conversation_id: str,
        number: int,
        answer: str,
        helped: bool,
        reason: str | None,
        moment: datetime,
    ) -> None:
        """Keep one press; a second one under the same answer of the same turn replaces the first.

        `reason` is an id of REASONS. Raises ValueError for another one, or for a reason with a yes; NotGiven;
        ConversationGone.
        """
        if reason is not None and (helped or reason not in REASONS):
            raise ValueError("a reason comes with a no and is one of the list")
        with self._sessions.begin() as session:
            hold(session, conversation_id)
            if answer not in _given(session.get(TurnRow, (conversation_id, number))):
                raise NotGiven(f"turn {number} gave no such answer")
            session.merge(
                FeedbackRow(
                    conversation_id=conversation_id,
                    number=number,
                    answer=answer,
                    helped=helped,
                    reason=reason,
                    pressed_at=moment,
                )
            )


def _given(turn: TurnRow | None) -> list[str]:
    """Give the ids of the answers in a turn's reply."""
    messages = (turn.reply if turn else None) or []
    customs = [message.get("custom") or {} for message in messages]
    return [custom["answer"] for custom in customs if custom.get("kind") == "answer" and custom.get("answer")]
