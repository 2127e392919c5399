"""One turn of a conversation at a time, and nothing left behind."""

from __future__ import annotations

import threading
import time

import pytest

from gateway.locks import ConversationLocks


def held_in_thread(locks: ConversationLocks, name: str, seconds: float) -> bool:
    """Try the lock as another request would."""
    got: list[bool] = []

    def hold() -> None:
        with locks.hold(name, seconds) as held:
            got.append(held)

    thread = threading.Thread(target=hold)
    thread.start()
    thread.join(2)
    return got[0]


def test_a_free_conversation_is_held_at_once() -> None:
    with ConversationLocks().hold("a", 0) as held:
        assert held


@pytest.mark.parametrize("seconds", [0.05, 0.0, -1.0])
def test_a_second_turn_is_told_when_its_time_is_up(seconds: float) -> None:
    locks = ConversationLocks()
    with locks.hold("a", 0):
        begun = time.monotonic()
        assert not held_in_thread(locks, "a", seconds)
    assert time.monotonic() - begun < 1


def test_another_conversation_does_not_wait() -> None:
    locks = ConversationLocks()
    with locks.hold("a", 0):
        assert held_in_thread(locks, "b", 0)


def test_a_turn_that_gave_up_takes_nothing_from_the_holder() -> None:
    locks = ConversationLocks()
    with locks.hold("a", 0):
        held_in_thread(locks, "a", 0)
        assert not held_in_thread(locks, "a", 0)
    assert held_in_thread(locks, "a", 0)


def test_a_failing_turn_lets_go() -> None:
    locks = ConversationLocks()
    with pytest.raises(RuntimeError), locks.hold("a", 0):
        raise RuntimeError
    assert held_in_thread(locks, "a", 0)


def test_no_lock_stays_when_nobody_holds_or_waits() -> None:
    locks = ConversationLocks()
    for name in ("a", "b"):
        with locks.hold(name, 0):
            held_in_thread(locks, name, 0)
    assert locks._locks == {}


def test_many_turns_at_once_never_overlap() -> None:
    locks, inside, most = ConversationLocks(), [], []

    def turn() -> None:
        with locks.hold("a", 5) as held:
            assert held
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.002)
            inside.pop()

    threads = [threading.Thread(target=turn) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 12
