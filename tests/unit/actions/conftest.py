"""What the tests of actions share: running one on a plain tracker, with the real knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from actions import wiring
from actions.turn import Turn

DOMAIN = YAML(typ="safe").load(Path(__file__).parents[3] / "domain.yml")
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """What an action said, and the slots as they are afterwards."""

    messages: list[dict[str, Any]]
    slots: dict[str, Any]

    @property
    def text(self) -> str:
        """All words, as one text."""
        return "\n\n".join(message["text"] for message in self.messages if message.get("text"))

    @property
    def customs(self) -> list[dict[str, Any]]:
        """The machine-readable halves."""
        return [message["custom"] for message in self.messages if message.get("custom")]

    @property
    def kinds(self) -> list[str]:
        """The kinds of the machine-readable halves."""
        return [custom["kind"] for custom in self.customs]

    @property
    def answers(self) -> list[str]:
        """The ids of the answers given."""
        return [custom["answer"] for custom in self.customs if custom["kind"] == "answer"]

    @property
    def payloads(self) -> list[str]:
        """What the buttons send."""
        return [button["payload"] for message in self.messages for button in message.get("buttons") or []]


def latest_message(
    text: str = "",
    intent: str = "",
    entities: dict[str, str | list[str]] | None = None,
    ranking: dict[str, float] | None = None,
    scores: dict[str, float] | None = None,
    sure: bool = True,
    route: str | None = None,
    page: str | None = None,
    follows: bool = False,
    asks: list[dict[str, Any]] | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """Build what Rasa's tracker holds of the latest message."""
    found = {kind: [value] if isinstance(value, str) else value for kind, value in (entities or {}).items()}
    return {
        "text": text,
        "intent": {"name": intent, "confidence": 0.9},
        "entities": [{"entity": kind, "value": value} for kind, values in found.items() for value in values],
        "intent_ranking": [
            {"name": name, "confidence": sure_of} for name, sure_of in (ranking or {}).items()
        ],
        "answer_ranking": [{"id": name, "score": score} for name, score in (scores or {}).items()],
        "scope_gate": {"sure": sure},
        "safety_route": route,
        "metadata": {"council": page},
        "follows": follows,
        "asks": asks,
        "language": language,
    }


def tracker(slots: dict[str, Any], message: dict[str, Any], before: Iterable[str] = ()) -> Tracker:
    """Build a tracker; `before` is what was said in the reply to the message before."""
    events = [{"event": "user"}, *({"event": "bot", "text": text} for text in before), {"event": "user"}]
    return Tracker.from_dict(
        {"sender_id": "a-conversation", "slots": slots, "latest_message": message, "events": events}
    )


@pytest.fixture(scope="session", autouse=True)
def knowledge(built_kb: Any) -> Iterator[None]:
    """Let the actions open the built knowledge base, as in the action server."""
    wiring._sessions.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIGNPOST_KB_URL", built_kb.url)
        yield
        wiring._sessions().kw["bind"].dispose()
        wiring._sessions.cache_clear()


@pytest.fixture
def session() -> Iterator[Session]:
    with wiring.open_kb() as opened:
        yield opened


@pytest.fixture
def make_turn() -> Callable[..., Turn]:
    return lambda slots=None, **said: Turn.of(tracker(slots or {}, latest_message(**said)))


@pytest.fixture
def run() -> Callable[..., Said]:
    """Run an action on slots and a message, at a moment."""

    def once(
        action: type[Action],
        slots: dict[str, Any] | None = None,
        at: datetime = MONDAY_NOON,
        before: Iterable[str] = (),
        **said: Any,
    ) -> Said:
        dispatcher, after = CollectingDispatcher(), dict(slots or {})
        with time_machine.travel(at, tick=False):
            events = action().run(dispatcher, tracker(dict(after), latest_message(**said), before), DOMAIN)
        for event in events:
            if event["event"] == "reset_slots":
                after = dict.fromkeys(after)
            else:
                after[event["name"]] = event["value"]
        return Said(dispatcher.messages, after)

    return once
