"""What Rasa would swallow in silence: dotted paths, topics without phrases, rules or answers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from actions.acts import RESPONSES, responses

ROOT = Path(__file__).resolve().parents[2]
# Set by the pipeline or sent by buttons, never trained.
MADE = {"several_asks", "told", "other_language", "gibberish", "silence", "clock", "letter"}
LEAST_PHRASES, LEAST_OUT_OF_SCOPE = 60, 800
ACTS = {
    "greet",
    "thank",
    "goodbye",
    "affirm",
    "deny",
    "start_again",
    "inform",
    "feedback_good",
    "feedback_bad",
    "bot_challenge",
}


def read(name: str) -> Any:
    return YAML(typ="safe").load(ROOT / name)


def topics() -> dict[str, dict[str, Any]]:
    return {topic["id"]: topic for topic in read("kb/content/topics.yml")["topics"]}


def phrases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in read(f"data/nlu/{path.name}")["nlu"]:
            named_for = path.stem.startswith(block["intent"])
            assert named_for, f"{path.name} holds phrases of {block['intent']}"
            lines = [
                line.removeprefix("- ").strip() for line in block["examples"].splitlines() if line.strip()
            ]
            found.setdefault(block["intent"], []).extend(lines)
    return found


def dotted_paths() -> list[str]:
    steps = [step["name"] for step in read("config.yml")["pipeline"]]
    paths = [*steps, read("endpoints.yml")["tracker_store"]["type"], *read("credentials.yml")]
    return [path for path in paths if "." in path]


def test_every_dotted_path_can_be_imported_by_the_bot() -> None:
    program = (
        "import sys; from rasa.shared.utils.common import class_from_module_path as load; "
        "[load(path) for path in sys.argv[1:]]"
    )
    python = ROOT / ".venv" / "bot" / "bin" / "python"
    done = subprocess.run(
        [str(python), "-W", "ignore", "-c", program, *dotted_paths()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert len(dotted_paths()) >= 8
    assert done.returncode == 0, done.stderr[-800:]


def test_topics_and_dialogue_acts_are_the_intents() -> None:
    assert set(read("domain.yml")["intents"]) == set(topics()) | ACTS | MADE


def test_every_intent_has_phrases_and_every_phrase_file_an_intent() -> None:
    assert set(phrases()) == set(read("domain.yml")["intents"]) - MADE


def test_every_topic_has_enough_phrases() -> None:
    found = {name: len(lines) for name, lines in phrases().items()}
    assert {name: found[name] for name in topics() if found[name] < LEAST_PHRASES} == {}
    assert found["out_of_scope"] >= LEAST_OUT_OF_SCOPE


def test_no_phrase_stands_twice() -> None:
    seen: dict[str, str] = {}
    twice = []
    for intent, lines in phrases().items():
        for line in lines:
            plain = " ".join(re.findall(r"\w+", line.lower())) or line
            if plain in seen:
                twice.append((line, intent, seen[plain]))
            seen[plain] = intent
    assert twice == []


def test_every_intent_has_exactly_one_rule_and_every_action_of_a_rule_exists() -> None:
    domain, ruled, actions = read("domain.yml"), [], set()
    for rule in read("data/core/rules.yml")["rules"]:
        first, *rest = rule["steps"]
        ruled += [option["intent"] for option in first.get("or", [first])]
        actions |= {step["action"] for step in rest}
    assert sorted(ruled) == sorted([*domain["intents"], "nlu_fallback"])
    assert actions == set(domain["actions"])
    assert set(RESPONSES.values()) == set(responses())


def test_every_topic_has_answers_and_nothing_else_has() -> None:
    files = {path.stem for path in (ROOT / "kb" / "content" / "topics").glob("*.yml")}
    spoken_otherwise = {"glossary", "ladder_step", "safeguarding_urgent"}
    assert files == set(topics()) - spoken_otherwise


def test_domain_actions_are_the_ones_the_action_server_registers() -> None:
    program = (
        "from rasa_sdk.executor import ActionExecutor; e = ActionExecutor(); "
        "e.register_package('actions'); print('\\n'.join(e.actions))"
    )
    python = ROOT / ".venv" / "app" / "bin" / "python"
    done = subprocess.run(
        [str(python), "-W", "ignore", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == set(read("domain.yml")["actions"])


@pytest.mark.parametrize("name", ["app", "bot", "dev", "bot-dev", "tools"])
def test_locks_carry_hashes_and_no_addresses(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text()
    pinned = [line for line in lock.splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert pinned
    assert all(line.endswith("\\") for line in pinned)
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert "://" not in lock


def test_no_held_out_phrase_is_trained_on() -> None:
    held_out = {plain(text) for text in held_out_texts()}
    answers = [read(f"data/answers/{path.name}") for path in (ROOT / "data/answers").glob("*.yml")]
    learnt = [line for lines in phrases().values() for line in lines]
    learnt += [line for file in answers for lines in file["answers"].values() for line in lines]
    assert len(held_out) > 2000
    assert [line for line in learnt if plain(line) in held_out] == []


def held_out_texts() -> list[str]:
    files = [
        read(f"tests/data/{folder}/{path.name}")
        for folder in ("understanding", "answers")
        for path in (ROOT / "tests/data" / folder).glob("*.yml")
    ]
    files += [read(f"tests/data/outside/{path.name}") for path in (ROOT / "tests/data/outside").glob("*.yml")]
    files.append(read("tests/data/several_asks.yml"))
    listed = [item for file in files for items in file.values() if isinstance(items, list) for item in items]
    return [item if isinstance(item, str) else item["text"] for item in listed]


def plain(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower())) or line
