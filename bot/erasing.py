"""Forgetting one conversation: its events in our table, and what Rasa kept of it in memory."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa.core.tracker_store import FailSafeTrackerStore

from bot.tracker_store import SignpostTrackerStore, StorageError


async def erase(agent: Any, sender_id: str, seconds: float) -> None:
    """Erases what the agent holds of a conversation, after the turn that it may be in.

    Doing it again does no harm. Raises StorageError if it could not be done within `seconds`.
    """
    if agent is None:
        raise StorageError("there is no agent yet")
    try:
        await asyncio.wait_for(_erase(agent, sender_id), seconds)
    except asyncio.TimeoutError:
        raise StorageError("a turn of the conversation does not end") from None


async def _erase(agent: Any, sender_id: str) -> None:
    # A turn writes its tracker at its end, so that one in the middle would bring the conversation back.
    async with agent.lock_store.lock(sender_id):
        store = agent.tracker_store
        if isinstance(store, FailSafeTrackerStore):
            # Rasa wraps every store; what ours could not save stays in the wrapper's memory.
            store.fallback_tracker_store.store.pop(sender_id, None)
            store = store._tracker_store
        if not isinstance(store, SignpostTrackerStore):
            raise StorageError(f"{type(store).__name__} cannot erase")
        await store.erase(sender_id)
