"""All checks together: one planted mistake for each, all told in one go."""

from __future__ import annotations

from kb.checks import CHECKS, run_checks

WEEKS, SENCO = "topics/ehc_timescale.yml", "topics/senco_role.yml"
HILL, NORTH = "schools/hill.yml", "councils/north.yml"

# the check, file, what stood there, what stands there now, what is said
ONE_EACH = {
    "duplicate_ids": ("contacts.yml", "id: helpline", "id: cdc", "contact `cdc` stands already"),
    "unknown_ids": ("claims.yml", "act\n    value: the c", "gone\n    value: the c", "`gone` is not"),
    "topics_known": ("topics.yml", "part_of: senco_role", "part_of: no", "unknown topic `no`"),
    "one_default": (SENCO, "    default: true\n", "", "0 answers say"),
    "duty_supported": (WEEKS, "sources: [act-2]", "sources: [act]", "`duty: should` needs"),
    "next_answers_exist": (WEEKS, "[ehc_timescale/late]", "[late]", "`late` does not exist"),
    "same_question_twice": (SENCO, "What does the SENCO do?", "When will I hear", "is answered already"),
    "typed_contacts": (HILL, "Ask for a meeting.", "Ring 01225 394382.", "a phone number is typed"),
    "bare_openings": (NORTH, "It has a panel.", "Yes. It has a panel.", 'begins with "Yes."'),
    "unknown_tokens": (NORTH, "It has a panel.", "It has {{nothing}}.", "unknown token"),
    "meetings_complete": ("meeting.yml", "topic: transport", "topic: no", "topic `transport` is missing"),
    "meeting_questions_ask": ("meeting.yml", "When do we meet again?", "Meet me again.", "is no question"),
    "conflicts_ruled": ("rulings.yml", "slot: who decides", "slot: who pays", "sources disagree on `who"),
}  # fmt: skip


def test_every_check_has_its_mistake_here() -> None:
    assert {check.__name__ for check in CHECKS} == set(ONE_EACH)


def test_the_small_content_has_no_mistake(small) -> None:
    assert small.problems() == []


def test_mistakes_of_every_kind_are_told_at_once(small) -> None:
    for file, old, new, _ in ONE_EACH.values():
        small.change(file, old, new)
    messages = [message for _, _, message in small.problems()]
    assert {name for name, plant in ONE_EACH.items() if any(plant[3] in m for m in messages)} == set(ONE_EACH)


def test_a_check_only_looks(small_checked) -> None:
    assert run_checks(*small_checked) == []
    assert run_checks(*small_checked) == []
