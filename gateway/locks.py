"""One turn of a conversation at a time; other conversations never wait for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class ConversationLocks:
    """Locks by conversation, kept only while someone holds or waits for them."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: dict[str, tuple[threading.Lock, int]] = {}

    @contextmanager
    def hold(self, conversation_id: str, seconds: float) -> Iterator[bool]:
        """Hold the conversation's lock; gives False if it was not free within `seconds`."""
        with self._guard:
            lock, users = self._locks.get(conversation_id, (threading.Lock(), 0))
            self._locks[conversation_id] = (lock, users + 1)
        held = lock.acquire(timeout=max(seconds, 0.0))
        try:
            yield held
        finally:
            if held:
                lock.release()
            with self._guard:
                lock, users = self._locks[conversation_id]
                if users == 1:
                    del self._locks[conversation_id]
                else:
                    self._locks[conversation_id] = (lock, users - 1)
