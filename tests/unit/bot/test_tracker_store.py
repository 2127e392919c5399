"""Saving conversations: nothing lost, nothing pretended, never the end of the process."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.tracker_store import SignpostTrackerStore, StorageError
from bot.turn import begin_turn

DOMAIN = Domain.from_yaml(
    "version: '3.1'\nintents: [greet]\nslots: {council: {type: text, mappings: [{type: custom}]}}\n"
)


def store(path: Path) -> SignpostTrackerStore:
    return SignpostTrackerStore(DOMAIN, host=f"sqlite:///{path}/tracker.sqlite")


def tracker(*events: object) -> DialogueStateTracker:
    made = DialogueStateTracker("conversation-1", DOMAIN.slots)
    for event in events:
        made.update(event, DOMAIN)
    return made


def test_a_saved_conversation_comes_back_with_its_slots(tmp_path: Path) -> None:
    said = tracker(ActionExecuted("action_listen"), UserUttered("hello"), SlotSet("council", "bathnes"))
    asyncio.run(store(tmp_path).save(said))
    again = asyncio.run(store(tmp_path).retrieve("conversation-1"))
    assert again is not None
    assert len(again.events) == 3
    assert again.get_slot("council") == "bathnes"


def test_saving_again_adds_only_what_is_new(tmp_path: Path) -> None:
    kept = store(tmp_path)
    first = tracker(ActionExecuted("action_listen"), UserUttered("one"))
    asyncio.run(kept.save(first))
    asyncio.run(kept.save(first))
    first.update(UserUttered("two"), DOMAIN)
    asyncio.run(kept.save(first))
    again = asyncio.run(kept.retrieve("conversation-1"))
    assert again is not None
    assert [event.text for event in again.events if isinstance(event, UserUttered)] == ["one", "two"]


def test_an_unknown_conversation_is_none_and_keys_are_listed(tmp_path: Path) -> None:
    kept = store(tmp_path)
    assert asyncio.run(kept.retrieve("nobody")) is None
    asyncio.run(kept.save(tracker(UserUttered("hello"))))
    assert asyncio.run(kept.keys()) == ["conversation-1"]


def test_a_database_that_is_away_is_told_to_the_turn_and_never_ends_the_process(tmp_path: Path) -> None:
    broken = SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/no/such/folder/tracker.sqlite")

    async def turn() -> bool:
        state = begin_turn()
        wrapped = FailSafeTrackerStore(broken)
        await wrapped.save(tracker(UserUttered("a secret worry")))
        return state.stored

    assert asyncio.run(turn()) is False


def test_what_a_parent_wrote_is_not_in_the_error_or_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/no/such/folder/tracker.sqlite")
    with pytest.raises(StorageError) as raised:
        asyncio.run(broken.save(tracker(UserUttered("a secret worry"))))
    assert "secret" not in str(raised.value)
    assert "secret" not in caplog.text


def test_a_conversation_that_could_not_be_read_is_not_written_over(tmp_path: Path) -> None:
    kept = store(tmp_path)
    asyncio.run(kept.save(tracker(UserUttered("first"))))

    async def turn() -> None:
        from bot.turn import report_storage_failure

        begin_turn()
        report_storage_failure()
        await kept.save(tracker(UserUttered("other"), UserUttered("history")))

    with pytest.raises(StorageError):
        asyncio.run(turn())
    again = asyncio.run(kept.retrieve("conversation-1"))
    assert again is not None
    assert [event.text for event in again.events] == ["first"]
