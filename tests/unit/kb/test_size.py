"""What is counted is what is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from kb.__main__ import CONTENT
from kb.build import check
from kb.models import Base
from kb.size import Size, size


def test_each_topic_answer_and_word_of_the_content_is_counted_once(built_kb: Any) -> None:
    content, answers = check(CONTENT)
    with Session(create_engine(built_kb.url)) as session:
        counted = size(session)
    scopes = [placed.answer.scope for placed in answers]
    days = [placed.answer.checked_on for placed in answers]
    assert counted == Size(
        topics=len({placed.topic for placed in answers}),
        answers=len(answers),
        local=sum(bool(scope.council or scope.school) for scope in scopes),
        terms=len(content.glossary.value.glossary),
        oldest_check=min(days),
        newest_check=max(days),
    )
    assert 0 < counted.local < counted.answers
    assert counted.topics >= len(list(Path(CONTENT, "topics").glob("*.yml")))


def test_an_empty_knowledge_base_holds_nothing() -> None:
    engine: Engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        assert size(session) == Size(0, 0, 0, 0, None, None)
    engine.dispose()
