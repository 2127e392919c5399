"""Building: all or nothing. Whatever goes wrong, readers keep the last good knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kb import models as m
from kb import queries
from kb.build import build, check, release_id
from kb.content import PlacedAnswer
from storage.database import open_engine

LATE = "It should not keep you waiting."


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path}/var/kb.sqlite")
    yield engine
    engine.dispose()


def test_a_wrong_shape_in_one_file_hides_no_mistake_in_another(small) -> None:
    small.change("topics/ehc_timescale.yml", "duty: must", "duty: mustt")
    small.change("schools/hill.yml", "[What is the register?]", "[Who is the Principal at my school?]")
    assert {problem[0] for problem in small.problems()} == {"topics/ehc_timescale.yml", "schools/hill.yml"}


def state(engine: Engine) -> dict[str, object]:
    """Give what readers can see: the release, how many rows each table has, and one answer's text."""
    with Session(engine) as session:
        counts = {
            name: session.scalar(select(func.count()).select_from(table))
            for name, table in m.Base.metadata.tables.items()
        }
        late = queries.answer(session, "ehc_timescale/late")
        return {"release": queries.release(session), "counts": counts, "late": late and late.text}


def test_a_build_puts_everything_into_the_database(small_engine: Engine) -> None:
    seen = state(small_engine)
    assert seen["release"] == "small-release"
    assert seen["counts"] == {
        "answer": 13,
        "answer_question": 29,
        "answer_reference": 14,
        "reference": 5,
        "rule": 2,
        "council": 2,
        "advice_line": 2,
        "contact": 4,
        "school": 1,
        "person": 3,
        "plan": 2,
        "agency": 2,
        "rung": 4,
        "outside_step": 2,
        "problem": 2,
        "term": 2,
        "meaning": 3,
        "meeting": 2,
        "safety_message": 2,
        "provenance": 21,
        "release": 1,
    }


def test_a_second_build_replaces_the_first(small, engine: Engine) -> None:
    build(*check(small.folder), engine, "one")
    small.change("topics/ehc_timescale.yml", LATE, "It should hurry.")
    small.change("not_spoken.yml", "  - id: S4-01\n    why: Only history.\n", "  []\n")
    build(*check(small.folder), engine, "two")
    seen = state(engine)
    assert seen["release"] == "two"
    assert str(seen["late"]).startswith("It should hurry.")
    assert seen["counts"]["provenance"] == 20
    assert seen["counts"]["answer"] == 13


def test_a_build_that_fails_half_way_leaves_the_last_good_rows(small, engine: Engine) -> None:
    content, answers = check(small.folder)
    build(content, answers, engine, "good")
    before = state(engine)
    with pytest.raises(IntegrityError):
        build(content, [*answers, answers[0]], engine, "bad")
    assert state(engine) == before


class Watched(list[PlacedAnswer]):
    """Answers that note what a reader sees each time the build goes through them."""

    def __init__(self, answers: list[PlacedAnswer], engine: Engine) -> None:
        super().__init__(answers)
        self.engine, self.seen = engine, []

    def __iter__(self) -> Iterator[PlacedAnswer]:
        self.seen.append(state(self.engine))
        return super().__iter__()


def test_readers_see_the_old_rows_until_the_build_is_done(small, engine: Engine) -> None:
    content, answers = check(small.folder)
    build(content, answers, engine, "good")
    before = state(engine)
    watched = Watched(answers, engine)
    build(content, watched, engine, "next")
    assert len(watched.seen) >= 2
    assert [seen for seen in watched.seen if seen != before] == []
    assert state(engine)["release"] == "next"


def test_the_release_names_the_state_of_the_files(small) -> None:
    first = release_id(small.folder)
    assert release_id(small.folder) == first
    assert len(first) == 12
    assert int(first, 16) >= 0


@pytest.mark.parametrize("file", ["safety.yml", "topics/senco_role.yml", "schools/hill.yml"])
def test_any_changed_file_is_another_release(small, file: str) -> None:
    first = release_id(small.folder)
    small.append(file, "# a comment\n")
    assert release_id(small.folder) != first


def test_a_changed_meeting_question_is_no_new_release_since_the_bot_learns_nothing_from_it(small) -> None:
    first = release_id(small.folder)
    small.change("meeting.yml", "By what date will I hear?", "When will I hear?")
    assert release_id(small.folder) == first


def test_a_renamed_file_is_another_release(small) -> None:
    first = release_id(small.folder)
    (small.folder / "schools/hill.yml").rename(small.folder / "schools/dale.yml")
    assert release_id(small.folder) != first


def test_a_folder_elsewhere_with_the_same_files_is_the_same_release(small, tmp_path: Path) -> None:
    first = release_id(small.folder)
    assert release_id(small.folder.rename(tmp_path / "elsewhere")) == first


def test_the_real_content_passes_and_builds(real_checked, real_engine: Engine) -> None:
    with Session(real_engine) as session:
        assert session.scalar(select(func.count()).select_from(m.AnswerRow)) == len(real_checked[1])
        assert len(real_checked[1]) > 200
