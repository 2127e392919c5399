"""Tokens in texts: found, known, filled."""

from __future__ import annotations

import pytest

from kb.tokens import PLAIN, fill, find_tokens, is_known, is_local

ROLES, CONTACTS = frozenset({"senco"}), frozenset({"nhs-111"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("no token, only {one brace}", []),
        ("{{role.senco}}, {{ plan.name }} and {{role.senco}}", ["role.senco", "plan.name", "role.senco"]),
        ("{{Advice Line}}", ["Advice Line"]),
        ("{{plan.\nname}}", ["plan.\nname"]),
        ("ask {{role.senco} today", ["{{role.senco}"]),
        ("ask {{role.senco", ["{{role.senco"]),
        ("{{}}", [""]),
    ],
)
def test_tokens_are_found_also_misspelt_and_unclosed_ones(text: str, names: list[str]) -> None:
    assert list(find_tokens(text)) == names


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("Write to {{council.send_team}}.", True),
        ("{{advice_line.contact}}", True),
        ("Ask {{school.name}} for the {{plan.name}}, or ring {{contact.nhs-111}}.", False),
    ],
)
def test_what_differs_by_council_is_local(text: str, local: bool) -> None:
    assert is_local(text) is local


@pytest.mark.parametrize("token", [*sorted(PLAIN), "role.senco", "contact.nhs-111"])
def test_tokens_that_can_be_filled_are_known(token: str) -> None:
    assert is_known(token, ROLES, CONTACTS)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "role",
        "role.",
        "role.cook",
        "contact.cook",
        "contact.senco",
        "role.nhs-111",
        "plan",
        "school.phone",
    ],
)
def test_other_tokens_are_not_known(token: str) -> None:
    assert not is_known(token, ROLES, CONTACTS)


def test_each_token_is_replaced_once_and_its_value_is_not_looked_at_again() -> None:
    values = {"a": "{{b}}", "b": "B", "c-1.x_y": "C"}
    assert fill("{{a}} {{ b }} {{c-1.x_y}} {d}", values.__getitem__) == "{{b}} B C {d}"


def test_filling_an_unknown_name_raises_what_the_lookup_raises() -> None:
    with pytest.raises(KeyError, match="gone"):
        fill("{{gone}}", {}.__getitem__)
