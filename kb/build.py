"""From content files to database: check everything, then swap all rows in one transaction."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from kb.checks import WITHIN_FILES, run_checks
from kb.content import Content, PlacedAnswer, UnreadFiles, read_content
from kb.derive import derived_answers
from kb.models import Base, ReleaseRow
from kb.problems import ContentError
from kb.provenance import fact_uses, provenance_rows
from kb.rows import content_rows
from storage.database import upgrade

MIGRATIONS = Path(__file__).parent / "migrations"
# No answer holds them and the bot learns nothing from them: a changed question is no reason to train anew.
NOT_IN_ANSWERS = frozenset({"meeting.yml"})


def check(folder: Path) -> tuple[Content, list[PlacedAnswer]]:
    """Read and check the content; gives it with all answers, written and derived.

    Raises ContentError with every mistake at once.
    """
    try:
        content = read_content(folder)
    except UnreadFiles as error:
        rest = [*error.rest.written_answers(), *derived_answers(error.rest)]
        raise ContentError([*error.problems, *run_checks(error.rest, rest, WITHIN_FILES)]) from None
    answers = [*content.written_answers(), *derived_answers(content)]
    problems = run_checks(content, answers)
    if problems:
        raise ContentError(problems)
    return content, answers


def build(content: Content, answers: list[PlacedAnswer], engine: Engine, release: str) -> None:
    """Put checked content into the database; readers see the old rows until the last moment."""
    upgrade(engine, MIGRATIONS)
    with Session(engine) as session, session.begin():
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        session.add(ReleaseRow(id=release, built_at=datetime.now(UTC)))
        for batch in content_rows(content, answers):
            session.add_all(batch)
            session.flush()
        session.add_all(provenance_rows(fact_uses(content, answers)))


def release_id(folder: Path) -> str:
    """Name a state of what answers are made from: 12 hex digits of a hash over its files."""
    digest = hashlib.sha256()
    paths = (path for path in folder.rglob("*.yml") if path.name not in NOT_IN_ANSWERS)
    for path in sorted(paths):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
