"""What tells that a message is out of scope: one number per message, higher for in scope.

The label is the best of those in scope; a message is refused if its signal is below the threshold. All that
is fitted (the combination, every threshold) is fitted on validation phrases.
"""

from __future__ import annotations

import numpy as np
from scipy.special import logsumexp, softmax
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SCORE, MARGIN = "score of the best topic", "score less the out-of-scope score"
LEAD = "lead over the second topic"
ENERGY, ENTROPY = "energy (logsumexp of the scores)", "entropy among topics in scope (less is surer)"
CHANCE, NEAREST = "probability of the best topic", "likeness of the nearest phrase"
NEAREST_MARGIN = "the same less that of the nearest out of scope"
TOGETHER = "all together (logistic regression on validation)"
FOLDS = 5


def signals(scores: np.ndarray, out: int, temperature: float, likeness: np.ndarray) -> dict[str, np.ndarray]:
    """Give each signal for every message.

    `scores` [n, classes] come from the topic model, `out` is the column of out of scope; `likeness` [n, 2]
    holds the cosine of the nearest training phrase in scope and out of scope.
    """
    inside = np.delete(scores, out, axis=1)
    ordered = np.sort(inside, axis=1)
    among = softmax(inside / temperature, axis=1)
    return {
        CHANCE: np.delete(softmax(scores / temperature, axis=1), out, axis=1).max(1),
        SCORE: ordered[:, -1],
        MARGIN: ordered[:, -1] - scores[:, out],
        LEAD: ordered[:, -1] - ordered[:, -2],
        ENERGY: temperature * logsumexp(inside / temperature, axis=1),
        ENTROPY: (among * np.log(among + 1e-12)).sum(1),
        NEAREST: likeness[:, 0],
        NEAREST_MARGIN: likeness[:, 0] - likeness[:, 1],
    }


def together(
    validation: dict[str, np.ndarray], inside: np.ndarray, test: dict[str, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Give the combined signal of validation phrases (each from a fit without it) and of test phrases."""
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced", C=0.1))
    rows, asked = (np.column_stack(list(part.values())) for part in (validation, test))
    kept_apart = cross_val_predict(model, rows, inside, cv=FOLDS, method="decision_function")
    return kept_apart, model.fit(rows, inside).decision_function(asked)
