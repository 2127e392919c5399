from __future__ import annotations

import pytest

from benchmarks.judged import count


def test_the_shares_of_the_grades_are_counted() -> None:
    replies = [{"grade": grade} for grade in ("yes", "yes", "partly", "no")]
    assert count(replies) == "4 replies: yes 50.0%, partly 25.0%, no 25.0%"


@pytest.mark.parametrize("grade", ["", "maybe", None])
def test_a_reply_without_a_grade_is_named(grade: str | None) -> None:
    with pytest.raises(ValueError, match="reply 1"):
        count([{"grade": "yes"}, {"grade": grade}])
