"""The questions of the first issue: right, sourced, in plain English."""

from __future__ import annotations

from typing import Any

ADVICE_LINE = "01225 394382"


def answer(parent: Any) -> dict[str, Any]:
    return next(custom for custom in parent.customs if custom["kind"] == "answer")


def test_senco_by_name_with_the_age_of_the_page(signpost: Any) -> None:
    parent = signpost.parent()
    said = parent.ask("Who is the SENCO at Bawtry Mayflower?")
    assert "Miss M Harrison" in said
    assert "Mrs N Walker" in said
    assert "2014" in said
    assert "confirm with the school office" in said
    assert (answer(parent)["topic"], answer(parent)["school"]) == ("senco_role", "bawtry-mayflower")


def test_second_rung_of_ash_hill_after_the_teacher(signpost: Any) -> None:
    parent = signpost.parent()
    said = parent.ask("still not happy after talking to the teacher at Ash Hill")
    assert "Curriculum Leader" in said
    assert "Year Learning Manager" in said
    assert "Bawtry" not in said
    assert answer(parent)["topic"] == "not_happy_with_support"


def test_six_weeks_to_decide_with_its_regulation(signpost: Any) -> None:
    parent = signpost.parent()
    said = parent.ask("how long does the council have to decide about an EHC assessment")
    assert "6 weeks" in said
    assert answer(parent)["duty"] == "must"
    assert any("regulation 5" in (source["paragraph"] or "") for source in answer(parent)["sources"])


def test_severe_complex_and_lifelong_is_not_the_law(signpost: Any) -> None:
    parent = signpost.parent()
    said = parent.ask("my school says he must be severe complex and lifelong to get a plan, is that right")
    assert said.startswith("No")
    assert "has or may have SEN" in said
    assert answer(parent)["topic"] == "ehc_criteria"


def test_advice_line_number_for_a_bathnes_parent(signpost: Any) -> None:
    parent = signpost.parent("bathnes")
    assert ADVICE_LINE in parent.ask("number for the advice line")


def test_no_bathnes_number_for_a_doncaster_parent(signpost: Any) -> None:
    parent = signpost.parent("doncaster")
    said = parent.ask("number for the advice line")
    assert "01225" not in said
    assert "01302" not in said
    assert "Doncaster" in said


def test_no_number_before_the_area_is_known(signpost: Any) -> None:
    parent = signpost.parent()
    said = parent.ask("number for the advice line")
    assert "01225" not in said
    assert "ask_area" in [custom["kind"] for custom in parent.customs]
    assert ADVICE_LINE in parent.press("Bath")


def test_bins_are_out_of_scope(signpost: Any) -> None:
    parent = signpost.parent()
    parent.ask("when is my bin collected")
    assert [custom["kind"] for custom in parent.customs] == ["out_of_scope"]


def test_reply_contract_of_an_answer_is_complete(signpost: Any) -> None:
    parent = signpost.parent("stockton")
    parent.ask("how long does the council have to decide about an EHC assessment")
    given = answer(parent)
    assert set(given) == {"kind", "topic", "answer", "council", "school", "duty", "sources", "release"}
    assert (given["council"], given["school"]) == ("stockton", None)
    assert set(given["sources"][0]) == {"title", "paragraph", "url", "checked_on"}
    assert given["release"]
