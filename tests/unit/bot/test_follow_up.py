"""Messages that stand on their own, and messages that lean on the one before."""

from __future__ import annotations

import numpy as np
import pytest

from bot.follow_up import share_alone

CLASSES = np.array(
    ["advice_line_contact", "affirm", "ehc_timescale", "feedback_bad", "out_of_scope", "thank", "transport"]
)


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
        ("we moved, who do i ring", "advice_line_contact", 0.8, False),  # the line is asked for by itself
        ("this is rubbish", "feedback_bad", 0.5, False),  # talk
        ("does his plan come along or do we begin again", "transport", 0.5, False),  # long, and far ahead
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
    assert (share_alone(text, chances(best, chance), CLASSES) == 0.5) is expected


@pytest.mark.parametrize(
    ("text", "best", "chance", "expected"),
    [
        ("will I be fined for it", "transport", 0.79, 1.0),  # clear enough: another question
        ("how do I ask for one", "transport", 0.3, 0.5),
        ("is that so", "affirm", 0.8, 0.0),  # says nothing by itself
    ],
)
def test_an_ask_of_several_stands_alone_when_it_is_clear(
    text: str, best: str, chance: float, expected: float
) -> None:
    assert share_alone(text, chances(best, chance), CLASSES, of_several=True) == expected
