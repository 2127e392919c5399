"""Every trap of the fact base (T-01 to T-34) has a test: rules in tests/data/traps, and those named here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[4]
HERE = Path(__file__).parent.relative_to(ROOT).as_posix()
ALL = [f"T-{number:02}" for number in range(1, 35)]
PEOPLE, EHC, DISPUTES, MONEY, REFORM, WORDS = (
    f"{HERE}/test_{name}.py"
    for name in ("people_and_places", "ehc_law", "disputes", "money_and_rights", "reform", "words")
)
ACTIONS, GATEWAY, ASKED = "tests/unit/actions", "tests/unit/gateway", "tests/integration"
NAMED = {
    "T-01": [
        f"{EHC}::test_a_question_with_a_false_test_is_answered_with_no",
        f"{EHC}::test_wherever_the_test_to_assess_is_told_it_is_the_low_one",
        f"{ASKED}/test_must_show.py::test_severe_complex_and_lifelong_is_not_the_law",
    ],
    "T-02": [f"{EHC}::test_a_parent_told_to_wait_hears_that_they_can_ask_now_and_the_true_test"],
    "T-03": [
        f"{REFORM}::test_every_answer_on_the_reform_expires_within_a_month",
        f"{REFORM}::test_an_answer_changes_its_words_on_the_day_it_expires",
        f"{REFORM}::test_an_expired_answer_claims_nothing_about_what_changed",
    ],
    "T-04": [
        f"{REFORM}::test_the_plan_of_one_school_and_the_national_one_are_told_apart",
        f"{REFORM}::test_the_proposed_plan_is_no_answer_for_everywhere",
    ],
    "T-05": [
        f"{WORDS}::test_terms_of_the_past_are_marked_old_and_lead_to_one_of_today",
        f"{ACTIONS}/test_glossary.py::test_an_old_word_comes_with_todays",
    ],
    "T-06": [f"{WORDS}::test_who_is_excused_from_the_award_is_told_with_the_true_day"],
    "T-07": [
        f"{DISPUTES}::test_a_parent_who_was_refused_hears_of_reasons_certificate_and_both_limits",
        f"{DISPUTES}::test_a_school_s_own_account_of_a_refusal_leads_on_to_the_appeal",
    ],
    "T-08": [
        f"{DISPUTES}::test_the_deadline_is_told_whole",
        f"{DISPUTES}::test_an_answer_that_gives_the_limit_for_an_appeal_names_someone_to_ask",
        f"{DISPUTES}::test_wherever_a_draft_s_first_day_is_told_it_is_the_day_of_service",
    ],
    "T-10": [f"{DISPUTES}::test_what_cannot_be_appealed_has_its_own_way"],
    "T-11": [f"{DISPUTES}::test_the_ladder_above_school_keeps_the_ombudsman_for_councils"],
    "T-12": [f"{MONEY}::test_the_6000_pounds_are_a_threshold"],
    "T-13": [
        f"{PEOPLE}::test_a_name_is_told_only_at_its_own_school_and_to_be_confirmed",
        f"{PEOPLE}::test_a_school_s_names_are_looked_at_again_within_a_year",
        f"{ACTIONS}/test_who.py::test_names_come_with_their_age_and_the_advice_to_confirm",
    ],
    "T-14": [
        f"{PEOPLE}::test_what_holds_everywhere_names_no_school_and_no_council",
        f"{PEOPLE}::test_what_holds_at_one_place_names_no_other",
        "tests/unit/kb/test_filling.py::test_two_schools_of_one_council_never_hear_of_each_other_s_people",
        f"{ACTIONS}/test_handoff.py::test_only_this_areas_number_is_given",
        f"{ACTIONS}/test_who.py::test_the_people_of_another_school_are_never_named",
        f"{ASKED}/test_must_show.py::test_no_bathnes_number_for_a_doncaster_parent",
    ],
    "T-15": [
        f"{PEOPLE}::test_no_advice_line_is_a_council_s_own_number",
        f"{PEOPLE}::test_a_council_s_own_team_says_that_it_is_not_the_advice_service",
    ],
    "T-16": [
        f"{PEOPLE}::test_an_advice_line_with_a_number_from_a_leaflet_is_to_be_confirmed",
        "tests/unit/kb/checks/test_spoken.py::test_a_typed_contact_is_told_with_its_line",
    ],
    "T-17": [
        f"{ACTIONS}/test_handoff.py::test_the_line_is_open_or_shut_in_truth",
        f"{ACTIONS}/test_handoff.py::test_nobody_is_promised_to_be_connected",
        "tests/unit/casework/test_handoff.py::test_the_message_of_a_shut_line_says_when_it_opens_with_its_offset",
    ],
    "T-18": [
        f"{EHC}::test_leaving_a_special_school_needs_the_council_and_a_mainstream_school_does_not",
        f"{EHC}::test_eotas_is_paid_by_the_council_and_home_education_by_the_parent",
    ],
    "T-19": [f"{EHC}::test_a_plan_neither_ends_at_an_age_nor_always_runs_to_25"],
    "T-20": [f"{EHC}::test_when_the_rights_become_the_young_person_s_is_told_as_one_day"],
    "T-22": [f"{EHC}::test_transport_goes_by_need_until_16_and_by_the_policy_after"],
    "T-23": ["tests/data/questions/bathnes.yml::bathnes-sister-in-wales"],
    "T-24": [f"{MONEY}::test_a_maintained_school_has_15_school_days_and_an_academy_a_month"],
    "T-25": [f"{MONEY}::test_only_maintained_nursery_schools_owe_best_endeavours"],
    "T-26": [
        f"{MONEY}::test_a_question_about_an_amount_is_sent_on",
        f"{MONEY}::test_a_service_whose_hours_are_not_certain_is_given_none",
    ],
    "T-27": [
        f"{WORDS}::test_a_duty_is_as_strong_as_it_is",
        f"{WORDS}::test_three_meetings_are_told_as_should_and_telling_parents_as_must",
    ],
    "T-28": [
        f"{PEOPLE}::test_a_short_word_with_several_senses_has_each",
        f"{ACTIONS}/test_glossary.py::test_every_sense_of_a_word_is_told",
        f"{ACTIONS}/test_glossary.py::test_the_parents_own_school_comes_first",
    ],
    "T-29": [
        f"{WORDS}::test_a_misspelt_word_is_understood",
        f"{WORDS}::test_a_name_that_a_source_has_wrong_is_put_right",
    ],
    "T-30": [
        f"{ACTIONS}/test_safety.py::test_the_fixed_message_comes_first_and_whole",
        f"{ACTIONS}/test_safety.py::test_a_question_beside_the_cry_is_answered_after_it_if_it_was_clear",
        f"{GATEWAY}/test_turns_failing.py::test_every_failure_still_answers_a_cry_first",
        f"{ASKED}/test_failures.py::test_cry_for_help_is_answered_even_while_the_bot_is_down",
    ],
    "T-33": [f"{PEOPLE}::test_what_a_council_asks_for_comes_after_what_the_law_says"],
    "T-34": [
        f"{DISPUTES}::test_the_deadline_is_told_whole",
        f"{DISPUTES}::test_the_exceptions_to_the_weeks_are_the_four_of_the_law",
    ],
}


def ruled() -> set[str]:
    """Give the traps that a rule of tests/data/traps guards."""
    files = (ROOT / "tests/data/traps").glob("*.yml")
    return {rule["trap"] for path in files for rule in YAML(typ="safe").load(path)}


def cases_of(path: Path) -> set[str]:
    """Give what a file tests: functions of Python, cases of YAML."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yml":
        return {case["id"] for case in YAML(typ="safe").load(text)}
    return {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def test_no_trap_is_without_a_test() -> None:
    assert [trap for trap in ALL if trap not in NAMED and trap not in ruled()] == []


def test_no_test_guards_a_trap_that_is_not_there() -> None:
    assert sorted((set(NAMED) | ruled()) - set(ALL)) == []


@pytest.mark.parametrize("test", sorted({test for tests in NAMED.values() for test in tests}))
def test_every_test_that_is_named_exists(test: str) -> None:
    path, _, name = test.partition("::")
    assert name in cases_of(ROOT / path)
