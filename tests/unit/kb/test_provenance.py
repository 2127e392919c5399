"""Which fact is said where."""

from __future__ import annotations

import pytest

from kb.provenance import fact_uses, provenance_rows


@pytest.mark.parametrize(
    ("fact", "users"),
    [
        ("B-10", {"answer:ehc_timescale/six-weeks", "law:act-1"}),
        ("S0-27", {"answer:senco_role/register-hill"}),
        ("S0-29", {"answer:sen_support_plan/plan-1-at-hill"}),
        ("S0-31", {"answer:external_agencies_specialists/at-hill"}),
        ("S0-14", {"answer:senco_role/at-hill", "person:hill/senco"}),
        ("S3-42", {"answer:ehc_timescale/funding-north"}),
        ("S0-04", {"term:statement"}),
        ("C-04", {"contact:helpline"}),
        ("S0-39", {"claim:who decides"}),
        ("T-01", {"ruling:who decides"}),
        ("B-46", {"step:complaint"}),
        ("S2-14", {"ladder:default"}),
        ("S0-43", {"ladder:hill"}),
        ("S2-02", {"line:north"}),
        ("S1-01", {"local-offer:north"}),
        ("T-15", {"contact:north/send-team"}),
        ("S4-01", {"not spoken"}),
    ],
)
def test_each_kind_of_content_counts_as_a_use_of_its_facts(small_checked, fact: str, users: set[str]) -> None:
    assert fact_uses(*small_checked)[fact] == users


def test_a_fact_that_nothing_names_has_no_use(small_checked) -> None:
    assert "S0-01" not in fact_uses(*small_checked)


def test_rows_stand_in_order_one_for_each_fact_and_user() -> None:
    rows = provenance_rows({"B-02": {"law:b", "answer:a"}, "B-01": {"law:b"}})
    assert [(row.fact, row.used_by) for row in rows] == [
        ("B-01", "law:b"),
        ("B-02", "answer:a"),
        ("B-02", "law:b"),
    ]
