"""The second detector: what it learns, and both detectors on lists that nothing was chosen on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from ruamel.yaml import YAML

from benchmarks.cries import Detectors, listed
from bot import cries
from bot.cries import (
    CRY_TOPIC,
    PLAIN_WEIGHT,
    WEIGHT,
    CryModel,
    Examples,
    beside_question,
    gather,
    read_cries,
)
from bot.encoder.model import SentenceEncoder
from bot.nlu.lookups import MAY_BE_CRIES, read_asked, read_everyday
from bot.nlu.safety_meaning import SafetyMeaning

ROOT = Path(__file__).resolve().parents[3]
CRIES = [
    "I see no reason to stay alive",
    "someone at the club is hurting my boy",
    "she says she wants to be dead",
]
ORDINARY = ["the wait is killing me", "who runs the club at school", "she says she wants to learn the drums"]
PHRASES = ["how many weeks until the council decides on a plan", "who is the senco", "i want to die"]


@pytest.fixture(scope="module")
def examples() -> Examples:
    return gather(PHRASES, ["timescale", "senco", CRY_TOPIC], CRIES, ORDINARY)


@pytest.fixture(scope="module")
def vectors(examples: Examples, encoder: SentenceEncoder) -> np.ndarray:
    return encoder.encode(examples.texts)


def test_lists_count_more_than_phrases_and_are_paired_with_a_question(examples: Examples) -> None:
    alone = len(PHRASES) + len(CRIES) + len(ORDINARY)
    assert len(examples.texts) == 2 * alone - 2
    assert examples.texts[:alone] == [*PHRASES, *CRIES, *ORDINARY]
    assert examples.cries[:alone].tolist() == [False, False, True, True, True, True, False, False, False]
    assert examples.weights[:alone].tolist() == [2, 2, 10, 10, 10, 10, 10, 10, 10]
    assert examples.groups.tolist() == [*range(alone), *range(2, alone)]
    for group, pair in zip(examples.groups[alone:], examples.texts[alone:], strict=True):
        assert examples.texts[group] in pair
        assert PHRASES[0] in pair


def test_what_an_ordinary_message_only_tells_is_ordinary_and_left_out_with_it() -> None:
    told = gather(["He cries a lot. Who can help?"], ["senco"], ["I want to die. Who can help?"], [])
    assert told.texts[-1] == "He cries a lot."
    assert not told.cries[-1]
    assert told.groups[-1] == 0
    assert "I want to die." not in told.texts


def test_without_a_fitting_question_nothing_is_paired() -> None:
    assert gather(["hello"], ["greet"], ["i want to die"], []).texts == ["hello", "i want to die"]


def test_a_pair_stays_when_another_question_goes() -> None:
    questions = [f"question number {n}" for n in range(20)]
    pair = beside_question("help", questions)
    used = [question for question in questions if question in pair][-1]
    assert beside_question("help", [used, "question number 0", "question number 7"]) == pair


def test_held_out_chances_are_those_of_a_model_without_the_group(
    examples: Examples, vectors: np.ndarray
) -> None:
    """A message and its pair are left out together (same space, same line from score to chance)."""
    model = CryModel()
    held_out = model.fit(vectors, examples)
    rows = model._space.place(vectors)
    for fold in range(cries.FOLDS):
        out = examples.groups % cries.FOLDS == fold
        rest = np.flatnonzero(~out)
        scores = cries._kernel(rows[out], rows[rest]) @ cries._dual(rows[rest], examples, rest)
        np.testing.assert_allclose(held_out[out], model._squashed(scores), atol=1e-5)
        assert not set(examples.groups[out]) & set(examples.groups[rest])


def test_of_many_plain_phrases_the_nearest_to_a_cry_and_some_of_the_rest_are_learnt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cries, "NEAR", 2)
    monkeypatch.setattr(cries, "EVEN", 2)
    angles = np.array([0.0, 0.3, 3.0, 0.1, 2.0, 1.0, 1.5, 2.5])
    rows = np.column_stack([np.cos(angles), np.sin(angles)])
    are_cries = np.arange(8) == 0
    weights = np.where(np.arange(8) == 2, WEIGHT, PLAIN_WEIGHT)
    learnt = cries._worth_learning(rows, Examples([""] * 8, are_cries, weights, np.arange(8)))
    assert learnt.tolist() == [0, 1, 2, 3, 4, 7]


def test_a_saved_model_answers_as_before(
    examples: Examples, vectors: np.ndarray, encoder: SentenceEncoder, tmp_path: Path
) -> None:
    model = CryModel()
    model.fit(vectors, examples)
    model.save(tmp_path)
    new = encoder.encode(["he would rather be dead", "who is the head"])
    chances = model.chances(new)
    assert chances[0] > chances[1]
    # Kept in half precision.
    np.testing.assert_allclose(CryModel.load(tmp_path).chances(new), chances, atol=0.01)


def test_the_lists_hold_no_message_twice_and_none_on_both_sides() -> None:
    listed_cries, ordinary = read_cries(ROOT / "data" / "safety_cries.yml")
    assert len({text.lower() for text in listed_cries + ordinary}) == len(listed_cries) + len(ordinary)
    assert len(listed_cries) >= 200
    assert len(ordinary) >= 200


def test_no_fresh_message_is_learnt_from() -> None:
    learnt = {text.lower() for texts in read_cries(ROOT / "data" / "safety_cries.yml") for text in texts}
    for folder in ("fresh", "blind", "november", "november_second", "november_third"):
        for path in (ROOT / "tests" / "data" / "safety" / folder).glob("*.txt"):
            assert not learnt & {line.lower() for line in path.read_text(encoding="utf-8").splitlines()}


def test_the_pipeline_uses_the_threshold_that_was_measured() -> None:
    steps = YAML(typ="safe").load(ROOT / "config.yml")["pipeline"]
    [step] = [step for step in steps if step["name"].endswith(".SafetyMeaning")]
    default = SafetyMeaning.get_default_config()
    assert {**default, **step} == {**default, "name": step["name"]}


@pytest.fixture(scope="module")
def detectors() -> Detectors:
    return Detectors()


# Mend these with messages from elsewhere (data/safety_cries.yml), never with the lists' own.
TOO_FEW = pytest.mark.xfail(
    strict=False, reason="77% of indirect cries, wanted 85%: see benchmarks.cries --test"
)
TOO_MANY = pytest.mark.xfail(strict=True, reason="more than 2% false alarms: see benchmarks.cries --test")


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("november_third/explicit.txt", 1.0, 1.0),
        ("november_third/indirect.txt", 0.85, 1.0),
        pytest.param("november_third/negative.txt", 0.0, 0.02, marks=TOO_MANY),
        ("november_second/explicit.txt", 1.0, 1.0),
        ("november_second/indirect.txt", 0.85, 1.0),
        pytest.param("november_second/negative.txt", 0.0, 0.02, marks=TOO_MANY),
        ("november/explicit.txt", 1.0, 1.0),
        pytest.param("november/indirect.txt", 0.85, 1.0, marks=TOO_FEW),
        pytest.param("november/negative.txt", 0.0, 0.02, marks=TOO_MANY),
        ("blind/explicit.txt", 1.0, 1.0),
        ("blind/indirect.txt", 0.85, 1.0),
        pytest.param("blind/negative.txt", 0.0, 0.02, marks=TOO_MANY),
        ("fresh/explicit.txt", 1.0, 1.0),
        ("fresh/indirect.txt", 0.85, 1.0),
        pytest.param("fresh/negative.txt", 0.0, 0.02, marks=TOO_MANY),
        ("explicit.txt", 1.0, 1.0),
        ("indirect.txt", 0.85, 1.0),
        pytest.param("negative.txt", 0.0, 0.02, marks=TOO_MANY),
    ],
)
def test_both_detectors_together(detectors: Detectors, name: str, least: float, most: float) -> None:
    threshold = SafetyMeaning.get_default_config()["threshold"]
    share = detectors.hear(listed(name)).both(threshold).mean()
    assert least <= share <= most


def test_what_parents_at_an_end_write_is_not_learnt_as_ordinary(tmp_path: Path) -> None:
    (tmp_path / "short_breaks_respite.yml").write_text(
        "topic: short_breaks_respite\nanswers: {at-breaking-point: [I am done], what-it-is: [a night off]}\n",
        encoding="utf-8",
    )
    assert read_everyday(tmp_path) == (["a night off"], ["short_breaks_respite"])


def test_the_answers_left_out_are_answers() -> None:
    asked = read_asked(ROOT / "data" / "answers")
    assert set(asked) >= MAY_BE_CRIES
