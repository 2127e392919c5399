from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.encoder.model import SentenceEncoder
from bot.topic_model import TopicModel

PHRASES = {
    "timescale": [
        "how long does it take",
        "when will they decide",
        "how many weeks",
        "is there a time limit",
        "they are late",
    ],
    "senco": [
        "who is the senco",
        "what does the sendco do",
        "senco job",
        "is the senco a teacher",
        "name of senco",
    ],
    "bins": [
        "my bin is full",
        "when are bins emptied",
        "black bin day",
        "recycling box",
        "rubbish not collected",
    ],
}


@pytest.fixture(scope="module")
def fitted(encoder: SentenceEncoder) -> tuple[TopicModel, np.ndarray]:
    texts = [text for group in PHRASES.values() for text in group]
    labels = np.array([name for name, group in PHRASES.items() for _ in group])
    model = TopicModel()
    return model, model.fit(encoder.encode(texts), texts, labels)


@pytest.mark.parametrize(
    ("text", "topic"),
    [("how much time do they have", "timescale"), ("sendco name please", "senco"), ("bin day", "bins")],
)
def test_new_words_find_their_topic(fitted, encoder: SentenceEncoder, text: str, topic: str) -> None:
    model, _ = fitted
    chances = model.predict(encoder.encode([text]), [text])[0]
    assert model.classes[chances.argmax()] == topic
    assert chances.sum() == pytest.approx(1.0, abs=1e-4)


def test_held_out_predictions_equal_really_leaving_out(fitted, encoder: SentenceEncoder) -> None:
    """The shortcut for leaving one out must give what fitting without it gives (same centre, same grams)."""
    model, held_out = fitted
    texts = [text for group in PHRASES.values() for text in group]
    rows = [columns.T.tocsr() for columns in model._gram_columns]
    kernel = model._kernel(model._vectors, rows) + 0.1 * np.eye(len(texts))
    targets = np.eye(3)[np.repeat(model.classes.searchsorted(list(PHRASES)), 5)]
    for left in (0, 7, 14):
        rest = [row for row in range(len(texts)) if row != left]
        dual = np.linalg.solve(kernel[np.ix_(rest, rest)], targets[rest])
        scores = kernel[left, rest] @ dual / model.temperature
        expected = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
        np.testing.assert_allclose(held_out[left], expected, atol=1e-3)


def test_a_saved_model_answers_as_before(fitted, encoder: SentenceEncoder, tmp_path: Path) -> None:
    model, _ = fitted
    model.save(tmp_path)
    again = TopicModel.load(tmp_path)
    text = "who decides and when"
    before = model.predict(encoder.encode([text]), [text])
    np.testing.assert_allclose(again.predict(encoder.encode([text]), [text]), before, atol=1e-5)
    assert list(again.classes) == sorted(PHRASES)
