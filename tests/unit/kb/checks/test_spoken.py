"""What parents read holds no typed contact and no token that nothing can fill."""

from __future__ import annotations

import pytest

HILL, NORTH = "schools/hill.yml", "councils/north.yml"
WEEKS, SENCO = "topics/ehc_timescale.yml", "topics/senco_role.yml"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("phone number", "01225 394382"),
        ("phone number", "01225-394-382"),
        ("phone number", "(01225) 394382"),
        ("phone number", "07530263401"),
        ("phone number", "+44 1225 394382"),
        ("phone number", "0800 1111"),
        ("phone number", "0808 800 5000"),
        ("phone number", "999"),
        ("phone number", "111"),
        ("phone number", "116 123"),
        ("phone number", "85258"),
        ("e-mail address", "send_team@bathnes.gov.uk"),
        ("web address", "https://www.gov.uk/send"),
        ("web address", "www.ipsea.org.uk"),
        ("web address", "livewell.bathnes.gov.uk"),
        ("web address", "hill.sch.uk"),
        ("postcode", "BA1 1JG"),
        ("postcode", "DL11RU"),
    ],
)
def test_a_typed_contact_is_told_with_its_line(small, kind: str, typed: str) -> None:
    small.change(SENCO, "text: Ask the college.", f"text: Ask the college, {typed}, today.")
    line = small.line_of(SENCO, "Ask the college")
    found = [p for p in small.problems() if p[2].startswith(f"a {kind} is typed here")]
    assert [p[:2] for p in found] == [(SENCO, line)]
    assert "use its token" in found[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "The council has 6 weeks, or 16, or 20.",
        "Schools pay the first £6,000 from their own money.",
        "It covers ages 0 to 25.",
        "See paragraph 6.17 of the Code of January 2015, or section 36(8).",
        "In 2025 there were 638,745 plans; 353,995 in 2019.",
        "It starts on 1 September 2024 at 09:30.",
        "Call {{contact.helpline}} or {{ advice_line.contact }}.",
        "Year 7, KS2 and the K code.",
    ],
)
def test_ordinary_numbers_and_tokens_are_no_contacts(small, text: str) -> None:
    small.change(SENCO, "text: Ask the college.", f'text: "{text}"')
    assert small.problems() == []


PASSAGES = [
    (WEEKS, "It should not keep you waiting."),
    ("meeting.yml", "the SEND team of {{council.name}}"),
    ("meeting.yml", "By what date will I hear?"),
    ("safety.yml", "Tell someone you trust."),
    ("glossary.yml", "the blue folder."),
    ("ladders.yml", "Ask to meet the headteacher."),
    ("ladders.yml", "Write to it."),
    ("ladders.yml", "The council is late."),
    (HILL, "Ask for a meeting."),
    (HILL, "A list the school keeps."),
    (NORTH, "It has a panel."),
]


@pytest.mark.parametrize(("file", "text"), PASSAGES)
@pytest.mark.parametrize(
    ("planted", "says"),
    [("Ring 01225 394382.", "a phone number is typed here"), ("Ask {{role.cook}}.", "`{{role.cook}}`")],
)
def test_every_passage_that_is_spoken_is_looked_at(small, file, text, planted, says) -> None:
    small.change(file, text, f"{planted[:-1]} x")
    line = small.line_of(file, planted[:-1])
    assert [p for p in small.problems() if p[:2] == (file, line) and says in p[2]]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("[Runs the help,", "[Rings 01225 394382,", "role: senco"),
        ("[what helps, by when]", "[what helps, ring 01225 394382]", "name: Blue Plan"),
        ("helps_with: talking", "helps_with: talking on 01225 394382", "agencies:"),
    ],
)
def test_what_a_school_says_of_its_people_plans_and_agencies_is_looked_at(small, old, new, at) -> None:
    small.change(HILL, old, new)
    line = small.line_of(HILL, at)
    (problem,) = small.problems()
    assert problem[:2] == (HILL, line)
    assert "a phone number is typed here" in problem[2]


@pytest.mark.parametrize(
    ("planted", "name"),
    [
        ("{{advice_line}}", "advice_line"),
        ("{{ Advice Line }}", "Advice Line"),
        ("{{advice_line.phone}}", "advice_line.phone"),
        ("{{role.cook}}", "role.cook"),
        ("{{contact.nobody}}", "contact.nobody"),
        ("{{contact.send-team}}", "contact.send-team"),  # a council's own contact: not for every parent
        ("{{}}", ""),
        ("{{role.senco}", "{{role.senco}"),
        ("{{role.senco", "{{role.senco"),
    ],
)
def test_a_token_that_nothing_can_fill_is_told(small, planted: str, name: str) -> None:
    small.change(SENCO, "text: Ask the college.", f"text: 'Ask {planted}'")
    line = small.line_of(SENCO, "text: 'Ask")
    says = f"unknown token `{{{{{name}}}}}`; the guide lists the ones there are"
    assert (SENCO, line, says) in small.problems()
