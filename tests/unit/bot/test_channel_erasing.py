"""The channel's other call: forgetting, with the secret, and never a yes that is not true."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from bot.channel import HEADER, GatewayChannel
from bot.tracker_store import SignpostTrackerStore

DOMAIN = Domain.from_yaml("version: '3.1'\nintents: [greet]\n")
MINE = {"sender": "conversation-1"}
NO_AGENT = object()


@pytest.fixture
def store(tmp_path: Path) -> SignpostTrackerStore:
    made = SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/tracker.sqlite")
    said = DialogueStateTracker("conversation-1", DOMAIN.slots)
    said.update(UserUttered("hello"), DOMAIN)
    asyncio.run(made.save(said))
    return made


def post(store: Any, body: Any, secret: str = "sekret") -> Any:
    async def nothing(message: object) -> None:
        raise AssertionError("forgetting is no turn")

    Sanic.test_mode = True
    app = Sanic(f"erasing_{id(body)}_{id(store)}_{secret}")
    if store is not NO_AGENT:
        app.ctx.agent = SimpleNamespace(tracker_store=store, lock_store=InMemoryLockStore())
    app.blueprint(GatewayChannel("sekret").blueprint(nothing), url_prefix="/webhooks/signpost")
    _, response = app.test_client.post("/webhooks/signpost/erase", json=body, headers={HEADER: secret})
    return response


def kept(store: SignpostTrackerStore) -> list[str]:
    return list(asyncio.run(store.keys()))


def test_a_conversation_is_forgotten_and_again(store: SignpostTrackerStore) -> None:
    wrapped = FailSafeTrackerStore(store)
    for body in (dict(MINE), {**MINE, "more": 1}):
        response = post(wrapped, body)
        assert (response.status, response.json) == (200, {"erased": True})
    assert kept(store) == []


@pytest.mark.parametrize("secret", ["", "guess", "sekret2"])
def test_without_the_secret_nothing_is_forgotten(store: SignpostTrackerStore, secret: str) -> None:
    assert post(store, MINE, secret).status == 401
    assert kept(store) == ["conversation-1"]


@pytest.mark.parametrize(
    "wrong", [{}, {"sender": ""}, {"sender": 5}, {"sender": None}, ["conversation-1"], "a"]
)
def test_a_body_that_does_not_fit_is_400(store: SignpostTrackerStore, wrong: Any) -> None:
    assert post(store, wrong).status == 400
    assert kept(store) == ["conversation-1"]


@pytest.mark.parametrize("agent", ["no agent", "no database"])
def test_what_could_not_be_forgotten_is_503(agent: str, tmp_path: Path, caplog: Any) -> None:
    broken = SignpostTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/no/such/folder/tracker.sqlite")
    assert post(NO_AGENT if agent == "no agent" else broken, MINE).status == 503
    assert "conversation not erased: StorageError" in caplog.text
