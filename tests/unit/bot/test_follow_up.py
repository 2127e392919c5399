"""Messages that stand on their own, and messages that lean on the one before."""

from __future__ import annotations

import numpy as np
import pytest

from bot.follow_up import leans, together

CLASSES = np.array(["ehc_timescale", "out_of_scope", "thank", "transport"])


def chances(best: str, chance: float) -> np.ndarray:
    rest = (1 - chance) / (len(CLASSES) - 1)
    return np.where(best == CLASSES, chance, rest)


@pytest.mark.parametrize(
    ("text", "best", "chance", "expected"),
    [
        ("how long does that take?", "ehc_timescale", 0.95, True),  # points back
        ("how long does an assessment take", "ehc_timescale", 0.95, False),  # clear by itself
        ("and if they say no", "transport", 0.3, True),
        ("who decides", "transport", 0.3, True),  # unclear by itself
        ("thank you that is great", "thank", 0.97, False),
        ("when is my bin collected", "out_of_scope", 0.8, False),
        (
            "how long does the council have to answer a request for that kind of thing",
            "ehc_timescale",
            0.95,
            False,
        ),
    ],
)
def test_a_message_leans_when_it_points_back_or_is_not_clear_alone(
    text: str, best: str, chance: float, expected: bool
) -> None:
    assert leans(text, chances(best, chance), CLASSES) is expected


def test_both_readings_count_half() -> None:
    both = together(np.array([0.2, 0.8]), np.array([0.6, 0.4]))
    np.testing.assert_allclose(both, [0.4, 0.6])
