"""The statements' facts are the code's own: each comes from the place that decides it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from deadlines.left import HAND_OVER_DAYS
from gateway.page import COOKIE
from gateway.settings import Settings
from gateway.statements import PREPARED_ON, REVIEWED_ON, SPOKEN_KINDS, TAB_KEY, facts, known
from gateway.words import LONGEST
from kb import queries
from kb.size import size
from languages.replies import replies
from privacy.found import KINDS

TOKEN_JS = Path(__file__).parents[3] / "widget" / "token.js"


def test_facts_are_those_of_the_settings_and_the_code(settings: Settings) -> None:
    told = facts(replace(settings, operator="Example Trust", contact="hello@example.org", retention_days=33))
    assert (told.operator, told.contact, told.retention_days) == ("Example Trust", "hello@example.org", 33)
    assert (told.rate_conversation, told.rate_address) == (settings.rate_conversation, settings.rate_address)
    assert (told.cookie, told.longest, told.hand_over_days) == (COOKIE, LONGEST, HAND_OVER_DAYS)


def test_each_kind_that_is_masked_has_words_and_no_other(settings: Settings) -> None:
    assert tuple(SPOKEN_KINDS) == KINDS
    assert facts(settings).kinds == tuple(SPOKEN_KINDS.values())


def test_the_tabs_key_is_the_widgets() -> None:
    assert f'const KEY = "{TAB_KEY}";' in TOKEN_JS.read_text(encoding="utf-8")


def test_languages_are_those_with_a_reply_and_those_not_checked_are_named(settings: Settings) -> None:
    told = facts(settings)
    assert set(told.languages) == {reply.english_name for reply in replies().values()}
    unchecked = {reply.english_name for reply in replies().values() if not reply.checked}
    assert set(told.unchecked_languages) == unchecked


def test_who_runs_it_is_named_or_left_open(settings: Settings) -> None:
    assert facts(settings).runner == "the organisation that runs this"
    assert facts(replace(settings, operator="Example Trust")).runner == "Example Trust"


def test_the_dates_of_the_accessibility_statement_are_in_order() -> None:
    assert PREPARED_ON <= REVIEWED_ON


def test_what_is_covered_is_what_the_knowledge_base_holds(kb: sessionmaker[Session]) -> None:
    with kb() as session:
        covers = known(session)
        names = [queries.council(session, council_id) for council_id, _ in queries.council_names(session)]
        assert covers.councils == tuple(council.name for council in names if council)
        assert covers.schools == tuple(name for _, name in queries.school_names(session))
        assert covers.size == size(session)
    assert len(covers.councils) >= 4
    assert len(covers.schools) >= 2
