"""Forgetting one conversation: in our table and its file, in Rasa's memory, and after the turn it is in."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.erasing import erase
from bot.tracker_store import SignpostTrackerStore, StorageError

DOMAIN = Domain.from_yaml("version: '3.1'\nintents: [greet]\n")
MINE, OTHER = "conversation-1", "conversation-2"
WORDS = "Marmaduke throws xylophones"


def agent_with(store: Any) -> Any:
    return SimpleNamespace(tracker_store=store, lock_store=InMemoryLockStore())


@pytest.fixture
def store(tmp_path: Path) -> SignpostTrackerStore:
    return SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/tracker.sqlite")


@pytest.fixture
def agent(store: SignpostTrackerStore) -> Any:
    """An agent as Rasa makes it: every tracker store is wrapped."""
    return agent_with(FailSafeTrackerStore(store))


def tracker(sender_id: str, *texts: str) -> DialogueStateTracker:
    made = DialogueStateTracker(sender_id, DOMAIN.slots)
    for text in texts:
        made.update(UserUttered(text), DOMAIN)
    return made


def test_one_conversation_goes_and_another_stays(agent: Any, store: SignpostTrackerStore) -> None:
    async def work() -> None:
        for sender_id in (MINE, OTHER):
            await store.save(tracker(sender_id, "hello"))
        await erase(agent, MINE, 1)
        assert await store.retrieve(MINE) is None
        assert await store.keys() == [OTHER]

    asyncio.run(work())


def test_what_is_not_there_is_erased_too_and_again(agent: Any, store: SignpostTrackerStore) -> None:
    async def work() -> None:
        for _ in range(2):
            await erase(agent, MINE, 1)
        assert await store.keys() == []

    asyncio.run(work())


def test_the_words_are_in_no_file_of_the_database(
    agent: Any, store: SignpostTrackerStore, tmp_path: Path
) -> None:
    def found() -> list[bool]:
        content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        return [word.encode() in content for word in WORDS.split()]

    # Long ones too: SQLite keeps those on pages of their own.
    asyncio.run(store.save(tracker(MINE, WORDS, f"{WORDS} again" * 500)))
    assert found() == [True] * 3
    asyncio.run(erase(agent, MINE, 1))
    assert found() == [False] * 3


def test_what_rasa_kept_in_memory_because_it_could_not_be_saved_goes_too(tmp_path: Path) -> None:
    broken = SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/later/tracker.sqlite")
    wrapped = FailSafeTrackerStore(broken)

    async def work() -> None:
        for sender_id in (MINE, OTHER):
            await wrapped.save(tracker(sender_id, WORDS))
        assert set(wrapped.fallback_tracker_store.store) == {MINE, OTHER}
        (tmp_path / "later").mkdir()
        await erase(agent_with(wrapped), MINE, 1)
        assert set(wrapped.fallback_tracker_store.store) == {OTHER}

    asyncio.run(work())


def test_a_turn_in_the_middle_ends_first_and_brings_nothing_back(
    agent: Any, store: SignpostTrackerStore
) -> None:
    async def work() -> None:
        async def turn() -> None:
            async with agent.lock_store.lock(MINE):
                begun.set()
                await asyncio.sleep(0.1)
                await store.save(tracker(MINE, WORDS))

        begun = asyncio.Event()
        turning = asyncio.ensure_future(turn())
        await begun.wait()
        await erase(agent, MINE, 5)
        assert turning.done()
        assert await store.keys() == []

    asyncio.run(work())


def test_a_turn_that_does_not_end_is_told_and_its_lock_is_left_alone(agent: Any) -> None:
    async def work() -> None:
        async with agent.lock_store.lock(MINE):
            with pytest.raises(StorageError, match="does not end"):
                await erase(agent, MINE, 0.05)
        await erase(agent, MINE, 1)

    asyncio.run(work())


@pytest.mark.parametrize("wrap", [lambda store: store, FailSafeTrackerStore])
def test_a_store_that_cannot_erase_never_says_it_did(wrap: Any) -> None:
    with pytest.raises(StorageError, match="InMemoryTrackerStore cannot erase"):
        asyncio.run(erase(agent_with(wrap(InMemoryTrackerStore(DOMAIN))), MINE, 1))


def test_without_an_agent_nothing_is_erased() -> None:
    with pytest.raises(StorageError, match="no agent yet"):
        asyncio.run(erase(None, MINE, 1))


def test_a_database_that_is_away_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    broken = SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/no/such/folder/tracker.sqlite")
    with pytest.raises(StorageError, match="cannot erase"):
        asyncio.run(erase(agent_with(broken), MINE, 1))
    assert MINE not in caplog.text
