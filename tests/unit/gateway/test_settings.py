"""The gateway's environment: what is read, and the sentence for what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateway.settings import Settings, read_settings

NEEDED = {
    "SIGNPOST_LEDGER_URL": "sqlite:///ledger.sqlite",
    "SIGNPOST_KB_URL": "sqlite:///kb.sqlite",
    "SIGNPOST_SAFETY_FILE": "safety.json",
    "SIGNPOST_BOT_URL": "http://127.0.0.1:5005",
    "SIGNPOST_BOT_SECRET": "secret",
    "SIGNPOST_CARD_KEYS": "k" * 32,
}
NUMBERS = {
    "SIGNPOST_RATE_CONVERSATION": "rate_conversation",
    "SIGNPOST_RATE_ADDRESS": "rate_address",
    "SIGNPOST_RETENTION_DAYS": "retention_days",
}
OPTIONAL = (
    *NUMBERS,
    "SIGNPOST_SECURE_COOKIES",
    "SIGNPOST_ORIGINS",
    "SIGNPOST_OPERATOR",
    "SIGNPOST_CONTACT",
)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in NEEDED.items():
        monkeypatch.setenv(name, value)
    for name in OPTIONAL:
        monkeypatch.delenv(name, raising=False)


def test_all_that_is_needed_is_read_with_the_usual_limits() -> None:
    assert read_settings() == Settings(
        ledger_url="sqlite:///ledger.sqlite",
        kb_url="sqlite:///kb.sqlite",
        safety_file=Path("safety.json"),
        bot_url="http://127.0.0.1:5005",
        bot_secret="secret",
        card_keys=("k" * 32,),
        rate_conversation=30,
        rate_address=300,
        secure_cookies=False,
        origins=(),
        retention_days=90,
        operator="",
        contact="",
    )


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_value_ends_the_program_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    monkeypatch.delenv(name) if value is None else monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit, match=rf"^Set {name} \(.*\)\.$"):
        read_settings()


def test_all_missing_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NEEDED:
        monkeypatch.delenv(name)
    with pytest.raises(SystemExit) as ended:
        read_settings()
    assert all(name in str(ended.value) for name in NEEDED)


@pytest.mark.parametrize(("name", "field"), NUMBERS.items())
def test_a_limit_can_be_chosen(monkeypatch: pytest.MonkeyPatch, name: str, field: str) -> None:
    monkeypatch.setenv(name, "7")
    assert getattr(read_settings(), field) == 7


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ["", "0", "-1", "1.5", "many", "²"])
def test_a_limit_that_is_no_number_ends_the_program(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit, match=f"{name} must be a whole number above 0"):
        read_settings()


@pytest.mark.parametrize(("value", "secure"), [("true", True), ("", False), ("false", False), ("1", False)])
def test_cookies_are_for_https_only_where_the_operator_says_so(
    monkeypatch: pytest.MonkeyPatch, value: str, secure: bool
) -> None:
    monkeypatch.setenv("SIGNPOST_SECURE_COOKIES", value)
    assert read_settings().secure_cookies is secure


def test_several_card_keys_are_read_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_CARD_KEYS", f"{'n' * 32}, {'o' * 40}")
    assert read_settings().card_keys == ("n" * 32, "o" * 40)


@pytest.mark.parametrize("value", ["short", "k" * 31, f"{'k' * 32},", f"{'k' * 32},short", " " * 40])
def test_a_weak_card_key_ends_the_program_and_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SIGNPOST_CARD_KEYS", value)
    with pytest.raises(SystemExit) as ended:
        read_settings()
    sentence = "Each key in SIGNPOST_CARD_KEYS must have at least 32 random letters and digits."
    assert str(ended.value) == sentence


def test_the_card_keys_are_in_no_printed_settings() -> None:
    assert "k" * 32 not in repr(read_settings())


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("", ()),
        (" , ", ()),
        ("https://www.example.gov.uk", ("https://www.example.gov.uk",)),
        (" https://a.example , http://localhost:8010,", ("https://a.example", "http://localhost:8010")),
    ],
)
def test_sites_that_may_show_the_widget_are_named(
    monkeypatch: pytest.MonkeyPatch, value: str, origins: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SIGNPOST_ORIGINS", value)
    assert read_settings().origins == origins


@pytest.mark.parametrize(
    "wrong",
    [
        "*",
        "null",
        "www.example.gov.uk",
        "https://www.example.gov.uk/",
        "https://www.example.gov.uk/help",
        "https://*.example.gov.uk",
        "ftp://example.org",
        "https://user@example.org",
        "https://example.org:port",
        "https://a.example https://b.example",
    ],
)
def test_a_site_that_is_no_origin_ends_the_program(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("SIGNPOST_ORIGINS", f"https://right.example,{wrong}")
    with pytest.raises(SystemExit) as ended:
        read_settings()
    assert str(ended.value).startswith("SIGNPOST_ORIGINS must be addresses such as https://")
    assert str(ended.value).endswith(f"not {wrong!r}.")


@pytest.mark.parametrize(("name", "field"), [("OPERATOR", "operator"), ("CONTACT", "contact")])
def test_who_answers_for_it_is_named_without_blanks(
    monkeypatch: pytest.MonkeyPatch, name: str, field: str
) -> None:
    monkeypatch.setenv(f"SIGNPOST_{name}", "  Example Trust ")
    assert getattr(read_settings(), field) == "Example Trust"
