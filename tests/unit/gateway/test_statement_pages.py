"""The statements say what this copy does: change a setting and they change; nothing is typed twice."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session, sessionmaker

from english.wording import spoken_date
from gateway.page import COOKIE
from gateway.statements import LINKS, PREPARED_ON, SPOKEN_KINDS, known
from languages.replies import replies
from privacy import mask
from privacy.found import KINDS

PATHS = ("/accessibility", "/privacy", "/about")
TESTS = Path(__file__).parents[2]
NAMED = {"operator": "Example <Trust>", "contact": "hello@example.org"}
# One of each kind, as a parent would type it.
PERSONAL = {
    "phone": "ring 07700 900123",
    "e-mail": "write to sam@example.org",
    "postcode": "we live at BA1 1JG",
    "NHS number": "NHS number 943 476 5919",
    "UPN": "his UPN is A123456789012",
    "date of birth": "born 3 May 2015",
}


def page(app: Flask, path: str) -> str:
    response = app.test_client().get(path)
    assert response.status_code == 200
    return response.text


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def listed(text: str, place: str) -> list[str]:
    block = re.search(rf'<div id="{place}">(.*?)</div>', text, re.DOTALL)
    assert block
    return [html.unescape(item) for item in re.findall(r"<li>(.*?)</li>", block.group(1))]


@pytest.mark.parametrize("path", [link["href"] for link in LINKS])
def test_every_page_leads_to_each_statement(app: Flask, path: str) -> None:
    for link in LINKS:
        assert f'<a href="{link["href"]}">{link["title"]}</a>' in page(app, path)
        assert f'<a href="{link["href"]}">' in page(app, "/")
    assert f'href="{path}"' in app.test_client().get("/nothing").text


@pytest.mark.parametrize("path", PATHS)
def test_a_statement_has_no_script_sets_no_cookie_and_has_one_first_heading(app: Flask, path: str) -> None:
    response = app.test_client().get(path)
    assert "<script" not in response.text
    assert "Set-Cookie" not in response.headers
    assert response.text.count("<h1>") == 1


@pytest.mark.parametrize("path", PATHS)
def test_a_trial_copy_says_so_and_what_that_means(app: Flask, path: str) -> None:
    said = words(page(app, path))
    assert "This is a trial copy" in said
    assert "Nobody has put their name to this copy yet." in said
    assert "Please do not type real private details." in said
    assert "None" not in said


@pytest.mark.parametrize("path", PATHS)
def test_a_named_operator_stands_on_every_page_and_no_trial_is_left(
    make_app: Callable[..., Flask], path: str
) -> None:
    text = page(make_app(**NAMED), path)
    said = words(text)
    assert "<Trust>" not in text
    assert "run by Example <Trust>" in said
    assert "hello@example.org" in said
    assert "trial copy" not in said
    assert "the organisation that runs this" not in said.lower()


def test_an_operator_without_a_contact_is_said_to_have_given_none(make_app: Callable[..., Flask]) -> None:
    said = words(page(make_app(operator="Example Trust"), "/privacy"))
    assert "Example Trust has not given a way to reach them here yet." in said


@pytest.mark.parametrize("days", [1, 90, 365])
def test_the_time_things_are_kept_is_the_setting_wherever_it_stands(
    make_app: Callable[..., Flask], days: int
) -> None:
    said = words(page(make_app(retention_days=days), "/privacy"))
    found = re.findall(r"(\d+) days?\b", said)
    assert found == [str(days)] * 3
    assert f" {days} {'day' if days == 1 else 'days'} " in said
    assert "1 days" not in said


@pytest.mark.parametrize("path", ["/privacy", "/about"])
def test_limits_are_those_in_force(make_app: Callable[..., Flask], path: str) -> None:
    said = words(page(make_app(rate_conversation=7, rate_address=77), path))
    assert re.search(r"\b7 (messages a minute|in one chat)", said)
    assert ("77 messages a minute" in said) == (path == "/privacy")


def test_the_longest_message_is_the_one_that_is_taken(app: Flask) -> None:
    longest = re.search(r"up to ([\d,]+) characters", words(page(app, "/about")))
    assert longest
    count = int(longest.group(1).replace(",", ""))
    for length, status in ((count, 303), (count + 1, 422)):
        assert app.test_client().post("/messages", data={"text": "x" * length}).status_code == status


def test_the_cookie_named_is_the_only_one_set(app: Flask) -> None:
    named = re.findall(r"one cookie, <code>(.*?)</code>", page(app, "/privacy"))
    cookies = app.test_client().post("/messages", data={"text": "hi"}).headers.getlist("Set-Cookie")
    assert named == [COOKIE]
    assert [cookie.partition("=")[0] for cookie in cookies] == named
    assert "Expires" not in cookies[0]
    assert "Max-Age" not in cookies[0]


@pytest.mark.parametrize("secure", [True, False])
def test_the_cookie_is_said_to_need_https_only_where_it_does(
    make_app: Callable[..., Flask], secure: bool
) -> None:
    assert ("safe (https) link" in page(make_app(secure_cookies=secure), "/privacy")) is secure


def test_each_kind_named_is_really_taken_out_and_each_that_is_taken_out_is_named(app: Flask) -> None:
    text = page(app, "/privacy")
    assert set(PERSONAL) == set(KINDS)
    for kind, typed in PERSONAL.items():
        assert mask(typed, frozenset(), date(2026, 11, 28)).kinds == (kind,)
    assert listed(text, "kinds") == [SPOKEN_KINDS[kind] for kind in KINDS]


@pytest.mark.parametrize("kept", ["Marmaduke Bloggs", "12 Acacia Avenue", "Ash Hill Academy"])
def test_what_is_said_to_stay_in_does_stay(app: Flask, kept: str) -> None:
    assert "Names, street addresses and the names of schools are not taken out." in page(app, "/privacy")
    assert kept in mask(f"about {kept}", frozenset(), date(2026, 11, 28)).text


def test_exactly_the_councils_and_schools_of_the_knowledge_base_are_listed(
    app: Flask, kb: sessionmaker[Session]
) -> None:
    text = page(app, "/about")
    with kb() as session:
        covers = known(session)
    assert listed(text, "councils") == list(covers.councils)
    assert listed(text, "schools") == list(covers.schools)
    said = words(text)
    assert f"It has {covers.size.answers} answers on {covers.size.topics} topics" in said
    assert f"explains {covers.size.terms} words" in said
    assert f"{covers.size.local} are about one council or one school" in said
    assert all(day in said for day in covers.checked)


def test_exactly_the_languages_with_a_reply_are_listed(app: Flask) -> None:
    names = sorted(reply.english_name for reply in replies().values())
    text = page(app, "/about")
    assert listed(text, "languages") == names
    assert f"one of these {len(names)} languages" in words(text)


def test_without_the_knowledge_base_the_page_says_so_and_keeps_the_rest(
    make_app: Callable[..., Flask], no_kb: Any
) -> None:
    app = make_app(kb_url=str(no_kb.kw["bind"].url))
    said = words(page(app, "/about"))
    assert "We cannot show the list of councils and schools just now." in said
    assert "What it cannot do" in said


def test_the_accessibility_statement_has_the_parts_the_regulations_ask_for(
    make_app: Callable[..., Flask],
) -> None:
    said = words(page(make_app(operator="Example Trust"), "/accessibility"))
    for part in (
        "Example Trust is committed to making Signpost accessible, in accordance with",
        "partially compliant with the Web Content Accessibility Guidelines version 2.2 , level AA",
        "The Equality and Human Rights Commission (EHRC) is responsible for enforcing",
        "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
        "Equality Advisory and Support Service (EASS)",
        f"This statement was prepared on {spoken_date(PREPARED_ON)}.",
    ):
        assert part in said


def test_the_browser_tests_that_the_accessibility_statement_names_are_there() -> None:
    tests = " ".join(path.read_text(encoding="utf-8") for path in (TESTS / "browser").glob("**/*.py")).lower()
    for named in ("axe", "wcag22aa", "dark", "forced", "keyboard", "chromium"):
        assert named in tests, f"/accessibility says that this is tested in a browser: {named}"


@pytest.mark.parametrize("path", PATHS)
def test_links_of_ours_lead_somewhere(app: Flask, path: str) -> None:
    client = app.test_client()
    leading_away = {"/leave"}
    for href in set(re.findall(r'href="(/[^"]*)"', page(app, path))) - leading_away:
        with client.get(href) as response:
            assert response.status_code == 200, href
