"""An ask that is unclear alone takes part in what its message is about; a clear one does not."""

from __future__ import annotations

import pytest

from bot.nlu.in_whole import CLEAR, topics_in_whole


def ranked(**chances: float) -> list[dict[str, object]]:
    return [{"name": topic, "confidence": chance} for topic, chance in chances.items()]


def test_an_unclear_ask_is_read_by_the_light_of_its_message() -> None:
    seen = topics_in_whole(ranked(who=CLEAR - 0.1, refused=0.2), ranked(transport=0.9, who=0.1))
    assert [(topic["name"], pytest.approx(topic["confidence"])) for topic in seen] == [
        ("transport", 0.45),
        ("who", 0.25),
    ]


def test_a_clear_ask_keeps_its_own_topics() -> None:
    own = ranked(who=CLEAR, refused=0.2)
    assert topics_in_whole(own, ranked(transport=1.0)) == own


@pytest.mark.parametrize("own", [[], [{"name": "who", "confidence": 0.1}]])
def test_nothing_to_go_by_changes_nothing(own: list[dict[str, object]]) -> None:
    assert topics_in_whole(own, []) == own
    assert topics_in_whole([], own) == []
