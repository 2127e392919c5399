"""What can be wrong with a request: a code for programs, a sentence for people."""

from __future__ import annotations


class Refused(Exception):
    """A request we cannot take. `message` says what to do; `status` is the HTTP status."""

    def __init__(self, code: str, message: str, status: int = 422) -> None:
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


UNKNOWN_CONVERSATION = (
    "unknown_conversation",
    "This conversation is not known, or its secret is wrong. Please start a new one.",
    404,
)
DELETED_MEANWHILE = (
    "conversation_deleted",
    "This conversation was deleted while your question was on its way, so we did not keep your question. "
    "To ask it again, please start a new conversation.",
    410,
)
