"""What is built before the start: only when its sources changed, and with a sentence when it fails."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from launch.build import KEPT_MODELS, Builder
from launch.environments import Environments
from launch.problems import CannotStart

SOURCES = [
    "config.yml",
    "domain.yml",
    "data/core/rules.yml",
    "data/nlu/funding.yml",
    "bot/names.py",
    "bot/nlu/scope_gate.py",
    "requirements/bot.txt",
    "var/kb/lookups.json",
]
OTHERS = [
    "README.md",
    "kb/content/law/other-law.yml",
    "gateway/app.py",
    "requirements/app.txt",
    "var/kb/safety.json",
    "data/x.txt",
]
TRAIN = (
    'for name; do :; done; echo "$@" >> trained; echo "$PYTHONWARNINGS" > quiet; touch "models/$name.tar.gz"'
)
ENCODE = 'mkdir -p "$3"; echo "$@" >> encoded; touch "$3/encoder.onnx"'


def write(root: Path, name: str, text: str = "first\n") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def lines(root: Path, name: str) -> int:
    path = root / name
    return len(path.read_text().splitlines()) if path.exists() else 0


@pytest.fixture
def python(root: Path, script: Any) -> Callable[[str, str], None]:
    """Say what an environment's Python does."""
    return lambda name, body: script(root / ".venv" / name / "bin/python", body)


@pytest.fixture
def builder(root: Path, python: Any) -> Builder:
    for name in [*SOURCES, *OTHERS, "bot/encoder/graph.py", "models/.gitkeep"]:
        write(root, name)
    python("app", "exit 0")
    python("bot", f'case "$2" in bot) {TRAIN};; bot.encoder.build) {ENCODE};; esac')
    return Builder(root, Environments(root))


def test_a_fingerprint_is_twelve_digits_and_stays(builder: Builder) -> None:
    assert re.fullmatch("[0-9a-f]{12}", builder.fingerprint())
    assert builder.fingerprint() == builder.fingerprint()


@pytest.mark.parametrize("name", SOURCES)
def test_whatever_the_model_is_made_from_changes_the_fingerprint(
    builder: Builder, root: Path, name: str
) -> None:
    seen = {builder.fingerprint()}
    for change in (lambda p: p.write_text("second\n"), Path.unlink, lambda p: p.write_text("")):
        change(root / name)
        seen.add(builder.fingerprint())
    assert len(seen) == 4


def test_a_new_or_renamed_file_of_phrases_changes_the_fingerprint(builder: Builder, root: Path) -> None:
    seen = {builder.fingerprint()}
    write(root, "data/nlu/transport.yml")
    seen.add(builder.fingerprint())
    (root / "data/nlu/transport.yml").rename(root / "data/nlu/transition.yml")
    assert builder.fingerprint() not in seen
    assert len(seen) == 2


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_leave_the_fingerprint_alone(builder: Builder, root: Path, name: str) -> None:
    before = builder.fingerprint()
    write(root, name, "second\n")
    assert builder.fingerprint() == before


def test_a_moved_project_keeps_its_fingerprint(builder: Builder, root: Path, tmp_path: Path) -> None:
    before = builder.fingerprint()
    moved = root.rename(tmp_path / "moved")
    assert Builder(moved, Environments(moved)).fingerprint() == before


def test_a_model_is_trained_once_for_its_data(builder: Builder, root: Path) -> None:
    model = builder.model()
    assert model == root / "models" / f"signpost-{builder.fingerprint()}.tar.gz"
    assert model.is_file()
    assert builder.model() == model
    assert lines(root, "trained") == 1
    assert "--fixed-model-name signpost-" in (root / "trained").read_text()
    assert (root / "quiet").read_text() == "ignore\n"


def test_changed_phrases_are_trained_again_and_going_back_is_not(builder: Builder, root: Path) -> None:
    first = builder.model()
    write(root, "data/nlu/funding.yml", "second\n")
    assert builder.model() != first
    write(root, "data/nlu/funding.yml")
    assert builder.model() == first
    assert lines(root, "trained") == 2


def test_only_the_newest_models_are_kept_and_nothing_else_is_touched(builder: Builder, root: Path) -> None:
    for age in range(5):
        write(root, f"models/signpost-{age}.tar.gz")
        os.utime(root / f"models/signpost-{age}.tar.gz", (age, age))
    write(root, "models/somebody-elses.tar.gz")
    model = builder.model()
    kept = {path.name for path in (root / "models").iterdir()}
    assert kept == {"signpost-3.tar.gz", "signpost-4.tar.gz", model.name, "somebody-elses.tar.gz", ".gitkeep"}
    assert KEPT_MODELS == 3


def test_a_training_that_fails_says_where_to_look_and_is_tried_again(
    builder: Builder, root: Path, python: Any
) -> None:
    python("bot", "echo out of memory; exit 1")
    with pytest.raises(CannotStart) as stopped:
        builder.model()
    assert str(stopped.value) == "The bot could not be trained. The details are in var/log/train.log."
    assert (root / "var/log/train.log").read_text() == "out of memory\n"
    python("bot", TRAIN)
    assert builder.model().is_file()


def test_the_encoder_is_built_once_and_again_when_its_code_or_file_changed(
    builder: Builder, root: Path
) -> None:
    counts = []
    for change in (
        lambda: None,
        lambda: None,
        lambda: write(root, "bot/encoder/graph.py", "second\n"),
        lambda: (root / "var/encoder/encoder.onnx").unlink(),
        lambda: write(root, "bot/names.py", "second\n"),
    ):
        change()
        builder.encoder()
        counts.append(lines(root, "encoded"))
    assert counts == [1, 1, 2, 3, 3]


def test_an_encoder_that_fails_is_not_taken_for_built(builder: Builder, root: Path, python: Any) -> None:
    python("bot", "exit 1")
    for _ in range(2):
        with pytest.raises(CannotStart, match="The sentence encoder could not be built.*var/log/encoder.log"):
            builder.encoder()
    assert not (root / "var/encoder/built-from.sha256").exists()


def test_an_editors_mistakes_are_shown_as_they_are(builder: Builder, python: Any) -> None:
    python("app", "echo 'kb/content/law/other-law.yml:3: no such source' >&2; exit 1")
    with pytest.raises(CannotStart) as stopped:
        builder.build()
    assert str(stopped.value) == (
        "kb/content/law/other-law.yml:3: no such source\nMend the content files named above and run again."
    )


def test_the_knowledge_base_is_built_before_the_model_that_learns_from_it(
    builder: Builder, root: Path, python: Any
) -> None:
    python("app", "echo '{}' > var/kb/lookups.json")
    before = builder.fingerprint()
    model = builder.build()
    assert model.is_file()
    assert before not in model.name
