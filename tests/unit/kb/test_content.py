"""The content folder read whole: shape mistakes in any file are all told at once."""

from __future__ import annotations

import pytest

from kb.content import read_content
from kb.problems import ContentError

LEAVES_DATES = "checked_on: 2026-11-21\nreview_by: 2027-05-21\n"
HILL, NORTH = "schools/hill.yml", "councils/north.yml"
LATE, ENDS_LATE = "topics/ehc_timescale.yml", "    sources: [act-2]"
# file, what stood there, what stands there now, the line told (by its text), what is said
MISTAKES = [
    ("sources/documents.yml", "kind: law", "kind: rumour", "rumour", "`kind`: Input should be 'law', 'code'"),
    (
        "sources/documents.yml",
        "title: Small Act",
        "titel: Small Act",
        "titel",
        "`titel` is not a name that belongs",
    ),
    (
        "law/rules.yml",
        "says: The council decides within 6 weeks.",
        "says: ''",
        "says: ''",
        "`says`: String should",
    ),
    ("law/rules.yml", "status: proposed", "status: soon", "soon", "`status`: Input should be"),
    ("contacts.yml", "phone: 0800 1111", "phone: 111", "phone: 111", "`phone`: Input should be a valid str"),
    ("ladders.yml", "[class_teacher, form_tutor]", "[dinner_lady]", "dinner_lady", "`roles`: Input should"),
    ("glossary.yml", "status: old", "status: ancient", "ancient", "`status`: Input should be"),
    ("claims.yml", "[S0-39]", "[S9-39]", "S9-39", "`provenance`: String should match"),
    ("rulings.yml", "decided_on: 2026-11-21", "decided_on: soon", "soon", "`decided_on`: Input should be"),
    ("not_spoken.yml", "id: S4-01", "id: S4-1", "S4-1", "`id`: String should match"),
    ("meeting.yml", "whom: the {{role.senco}}", "whom: ''", "whom: ''", "`whom`: String should"),
    ("safety.yml", "id: danger_now", "id: danger_later", "danger_later", "`id`: Input should be"),
    ("topics.yml", "{id: transport}", "{id: Transport!}", "Transport!", "`id`: String should match"),
    ("topics/senco_role.yml", "[What does the SENCO do?]", "[]", "questions: []", "`questions`: List should"),
    (HILL, "phase: primary", "phase: nursery", "nursery", "`phase`: Input should be"),
    (
        HILL,
        "    next: [ehc_timescale/north-is-slow]",
        "    next: [a, b, c, d]",
        "[a, b",
        "`next`: List should",
    ),
    (HILL, LEAVES_DATES, LEAVES_DATES.replace("2027", "2026"), None, "this file`: review_by must be later"),
    (NORTH, "[NN1]", "[NN1 1AA]", "NN1 1AA", "`postcode_districts`: String should match"),
    (NORTH, 'opens: "10:00"', 'opens: "16:00"', "16:00", "`hours`: closes must be later than opens"),
    (NORTH, 'closes: "15:00"', 'closes: "25:00"', "25:00", "`closes`: String should match"),
    (NORTH, "[mon, tue, wed, thu]", "[monday]", "monday", "`days`: Input should be"),
    (NORTH, "closures: [2026-12-24]", "closures: [Christmas]", "Christmas", "`closures`: Input should be"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "says"), MISTAKES, ids=[m[4] for m in MISTAKES])
def test_a_thing_of_the_wrong_shape_is_told_with_its_line(small, file, old, new, at, says) -> None:
    small.change(file, old, new)
    line = small.line_of(file, at) if at else 1
    assert [problem for problem in small.problems() if problem[:2] == (file, line) and says in problem[2]]


def test_mistakes_in_many_files_are_told_at_once(small) -> None:
    at_once = {}
    for file, old, new, at, says in MISTAKES:
        if at and file not in at_once:
            small.change(file, old, new)
            at_once[file] = (small.line_of(file, at), says)
    told = {(file, line): message for file, line, message in small.problems()}
    assert len(at_once) == 14
    assert {
        file: (line, says) for file, (line, says) in at_once.items() if says in told[file, line]
    } == at_once


@pytest.mark.parametrize(
    "name",
    ["topics", "contacts", "ladders", "glossary", "claims", "rulings", "not_spoken", "safety", "meeting"],
)
def test_a_missing_file_is_told(small, name: str) -> None:
    (small.folder / f"{name}.yml").unlink()
    assert small.problems() == [(f"{name}.yml", 1, "this file is missing; put it back")]


@pytest.mark.parametrize(("file", "lost"), [("sources/documents.yml", "act"), ("law/rules.yml", "act-1")])
def test_a_file_taken_out_of_a_folder_is_missed_where_its_ids_are_named(small, file: str, lost: str) -> None:
    (small.folder / file).unlink()
    topics = "topics/ehc_timescale.yml"
    where = (topics, small.line_of(topics, "sources: [act-1, act]"))
    assert (*where, f"source `{lost}` is not in sources/ or law/") in small.problems()


def test_an_answer_s_dates_must_be_in_order(small) -> None:
    file = "topics/senco_role.yml"
    small.change(file, "2027-05-21\n  - id: in-college", "2026-11-21\n  - id: in-college")
    line = small.line_of(file, "id: what-it-is")
    assert small.problems() == [(file, line, "`answers`: review_by must be later than checked_on")]


def test_a_local_duty_must_name_its_place(small) -> None:
    file = "topics/ehc_timescale.yml"
    small.change(file, "    scope: {council: north}\n", "")
    line = small.line_of(file, "id: north-is-slow")
    says = "`answers`: a local duty needs a scope: name the council or school"
    assert small.problems() == [(file, line, says)]


TOGETHER = "expires_on and after_expiry belong together: give both or neither"
LATER = "expires_on must be later than checked_on"


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ("expires_on: 2026-12-21", TOGETHER),
        ("after_expiry: Please check.", TOGETHER),
        ("expires_on: 2026-11-21\n    after_expiry: Please check.", LATER),
        ("expires_on: 2026-11-20\n    after_expiry: Please check.", LATER),
        ("expires_on: soon\n    after_expiry: Please check.", "Input should be a valid date"),
        ("expires_on: 2026-12-21\n    after_expiry: ''", "String should have at least 1 character"),
        ("expires_on: 2026-11-22\n    after_expiry: Please check.", None),
    ],
)
def test_an_answer_expires_after_its_check_and_has_words_for_then(
    small, added: str, says: str | None
) -> None:
    small.change(LATE, f"{ENDS_LATE}\n", f"{ENDS_LATE}\n    {added}\n")
    told = [message for file, _, message in small.problems() if file == LATE]
    assert len(told) == (1 if says else 0)
    assert all(says in message for message in told)


def test_the_words_for_an_expired_answer_are_checked_like_the_others(small) -> None:
    expires = "    expires_on: 2026-12-21\n    after_expiry: Ring 01225 394382 or {{nobody}}.\n"
    small.change(LATE, f"{ENDS_LATE}\n", f"{ENDS_LATE}\n{expires}")
    told = [message for file, _, message in small.problems() if file == LATE]
    assert [message.split("(")[0] for message in told if "phone number" in message]
    assert [message for message in told if message.startswith("unknown token `{{nobody}}`")]


def test_the_error_lists_every_mistake_and_says_that_nothing_was_built(small) -> None:
    (small.folder / "glossary.yml").unlink()
    (small.folder / "claims.yml").write_text("nothing", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(small.folder)
    *listed, last = str(caught.value).splitlines()
    assert listed == [
        "content/claims.yml:1: expected a list of `name: value` lines",
        "content/glossary.yml:1: this file is missing; put it back",
    ]
    assert last.startswith("2 mistakes in the content. Nothing was built; the last good")


def test_answers_know_where_they_were_written(small) -> None:
    content = read_content(small.folder)
    placed = list(content.written_answers())[1]
    assert (placed.id, placed.derived) == ("ehc_timescale/late", False)
    assert placed.file.line(*placed.location) == small.line_of("topics/ehc_timescale.yml", "- id: late")


def test_sources_and_rules_share_one_set_of_ids(small_checked) -> None:
    content, _ = small_checked
    assert content.reference_ids() == {"act", "leaflet", "act-1", "act-2", "act-9"}
