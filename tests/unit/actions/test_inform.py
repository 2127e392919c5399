"""The parent says where they are: it is confirmed aloud, and what waited for it is done."""

from __future__ import annotations

from typing import Any

import pytest

from actions.inform import ActionInform

NEXT = "What would you like to know?"


def inform(run: Any, said: dict[str, str], slots: dict[str, Any] | None = None, **more: Any) -> Any:
    return run(ActionInform, slots, intent="inform", entities=said, **more)


@pytest.mark.parametrize(
    ("said", "slots", "confirmed"),
    [
        ({"school": "ash-hill"}, {}, "Thank you. Ash Hill Academy, in Doncaster."),
        ({"council": "stockton"}, {}, "Thank you. You live in Stockton-on-Tees."),
        (
            {"school": "ash-hill", "council": "stockton"},
            {},
            "Thank you. Ash Hill Academy, and you live in Stockton-on-Tees.",
        ),
        ({"council": "elsewhere"}, {}, "You live in an area whose own details I do not hold."),
        ({"council": "stockton"}, {"school": "ash-hill"}, "Thank you. You live in Stockton-on-Tees."),
        ({"council": "doncaster"}, {"school": "ash-hill"}, "Thank you. Ash Hill Academy, in Doncaster."),
    ],
)
def test_what_was_understood_is_said_aloud(run: Any, said: Any, slots: Any, confirmed: str) -> None:
    reply = inform(run, said, slots)
    assert confirmed in reply.text
    assert reply.text.endswith(NEXT)


@pytest.mark.parametrize(
    ("pending", "kinds", "topic"),
    [
        ("senco_role", ["answer"], "senco_role"),
        ("who_to_talk_to", ["answer"], "who_to_talk_to"),
        ("ladder_step", ["answer"], "not_happy_with_support"),
        ("not_happy_with_support", ["answer"], "not_happy_with_support"),
        ("advice_line_contact", ["answer", "handoff"], "advice_line_contact"),
        ("human_handoff", ["handoff"], None),
        ("no_such_topic", ["handoff"], None),
    ],
)
def test_what_waited_for_the_area_is_done_now(
    run: Any, pending: str, kinds: list[str], topic: str | None
) -> None:
    reply = inform(run, {"school": "ash-hill"}, {"pending": pending})
    assert reply.kinds == kinds
    assert reply.messages[0]["text"] == "Thank you. Ash Hill Academy, in Doncaster."
    assert NEXT not in reply.text
    assert reply.slots["pending"] is None
    assert reply.slots["last_topic"] == pending
    if topic:
        assert reply.customs[0]["topic"] == topic


def test_the_waiting_ladder_goes_on_from_what_was_tried(run: Any) -> None:
    slots = {"pending": "ladder_step", "ladder_tried": ["class_teacher", "form_tutor", "subject_teacher"]}
    assert inform(run, {"school": "ash-hill"}, slots).answers == ["ladder/ash-hill/2"]
    assert inform(run, {"school": "ash-hill"}, {"pending": "ladder_step"}).answers == ["ladder/ash-hill/1"]


def test_a_waiting_call_gets_the_line_of_the_council_named_now(run: Any) -> None:
    reply = inform(run, {"council": "bathnes"}, {"pending": "human_handoff", "council": "stockton"})
    assert reply.customs[0]["line"] == "01225 394382"
    assert reply.slots["council"] == "bathnes"


def test_a_parent_from_elsewhere_is_helped_and_not_asked_again(run: Any) -> None:
    reply = inform(run, {"council": "elsewhere"}, {"pending": "human_handoff"})
    assert reply.kinds == ["handoff"]
    assert reply.customs[0]["council"] is None
    assert reply.slots["council"] == "elsewhere"
    assert "01225 394382" not in reply.text


@pytest.mark.parametrize(
    ("pending", "kept"), [("ladder_step", "ladder_step"), (None, "human_handoff"), ("funding", "funding")]
)
def test_a_place_we_do_not_know_is_admitted_and_the_council_asked_for(
    run: Any, pending: str | None, kept: str
) -> None:
    reply = inform(run, {}, {"pending": pending}, text="St Nowhere Primary")
    assert "I do not know that school or place" in reply.text
    assert reply.kinds == ["ask_area"]
    assert reply.slots["pending"] == kept


def test_a_place_we_do_not_know_changes_no_known_area(run: Any) -> None:
    reply = inform(run, {}, {"council": "bathnes"}, text="St Nowhere Primary")
    assert reply.customs == [{"kind": "text", "council": "bathnes"}]
    assert reply.slots["council"] == "bathnes"
    assert "01225" not in reply.text


@pytest.mark.parametrize(("said", "council"), [("stockton", "stockton"), ("elsewhere", None)])
def test_a_place_told_is_the_reply_s_own_council_at_once(run: Any, said: str, council: str | None) -> None:
    assert inform(run, {"council": said}, {"council": "bathnes"}).customs == [
        {"kind": "text", "council": council}
    ]


@pytest.mark.parametrize("said", [{"council": "atlantis"}, {"school": "hogwarts"}])
def test_an_id_that_is_not_in_the_knowledge_base_is_no_area(run: Any, said: dict[str, str]) -> None:
    reply = inform(run, said)
    assert reply.text.startswith("Thank you.")
    assert reply.slots["council"] is None
    assert reply.slots["school"] is None
