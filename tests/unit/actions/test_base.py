"""The frame of every action, and that Rasa's domain knows each of them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Action
from ruamel.yaml import YAML

import actions
from actions import wiring
from actions.base import Need
from actions.reply import Reply
from actions.settings import read_settings
from actions.turn import Turn

DOMAIN = YAML(typ="safe").load((Path(__file__).parents[3] / "domain.yml").read_text(encoding="utf-8"))
MODULES = [
    importlib.import_module(f"actions.{found.name}") for found in pkgutil.iter_modules(actions.__path__)
]
NEEDS = sorted(
    {
        member
        for module in MODULES
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, Action) and not inspect.isabstract(member) and member is not Action
    },
    key=lambda need: need.__name__,
)


class SaysNothing(Need):
    def name(self) -> str:
        return "a test's own"

    def meet(self, turn: Turn, reply: Reply) -> list[dict[str, Any]]:
        return []


def test_the_domain_lists_exactly_the_actions_there_are() -> None:
    assert sorted(need().name() for need in NEEDS) == sorted(DOMAIN["actions"])


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.__name__)
@pytest.mark.parametrize("slots", [{}, {"school": "ash-hill"}, {"council": "elsewhere"}])
def test_no_action_is_ever_silent_or_shows_a_bare_token(run: Any, need: Any, slots: dict[str, str]) -> None:
    said = run(
        need, slots, intent="glossary", text="\x00<b>", entities={"role": "x", "term": "x", "answer": "x"}
    )
    assert said.text.strip()
    assert "{{" not in said.text
    assert len(said.payloads) == len(set(said.payloads))


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.__name__)
def test_every_slot_an_action_sets_is_in_the_domain(run: Any, need: Any) -> None:
    assert set(run(need, {}).slots) <= set(DOMAIN["slots"])


def test_the_area_the_topic_and_nothing_pending_are_remembered_of_every_turn(run: Any) -> None:
    slots = {"pending": "funding", "misunderstood": 2.0, "last_topic": "funding"}
    said = run(SaysNothing, slots, intent="senco_role", entities={"school": "ash-hill"})
    assert said.slots == {
        "school": "ash-hill",
        "council": None,
        "phase": "secondary",
        "nation": None,
        "misunderstood": 0.0,
        "pending": None,
        "last_topic": "senco_role",
        "last_question": None,
    }


def test_the_frame_alone_is_no_action() -> None:
    with pytest.raises(TypeError, match="abstract"):
        Need()  # type: ignore[abstract]


def test_the_clock_knows_its_time_zone() -> None:
    assert wiring.now().utcoffset() is not None


@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_knowledge_base_ends_the_program_with_what_to_set(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("SIGNPOST_KB_URL") if value is None else monkeypatch.setenv("SIGNPOST_KB_URL", value)
    with pytest.raises(SystemExit, match="^Set SIGNPOST_KB_URL"):
        read_settings()


def test_the_knowledge_base_is_where_the_environment_says(built_kb: Any) -> None:
    assert read_settings().kb_url == built_kb.url
