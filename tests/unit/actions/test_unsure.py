"""Not sure what was meant: ask once between close topics, then hand over; never guess."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from actions.answer import ActionAnswer
from actions.unsure import LEAD, LIKELY, OPTIONS, OUTSIDE, PERHAPS, PLAUSIBLE, ActionUnsure
from kb import queries

CLOSE = {"ehc_timescale": 0.3, "ehc_criteria": 0.25, "funding": 0.2, "senco_role": 0.15}


def unsure(run: Any, slots: dict[str, Any] | None = None, ranking: dict[str, float] | None = None) -> Any:
    return run(ActionUnsure, slots, intent="nlu_fallback", ranking=CLOSE if ranking is None else ranking)


def test_the_closest_topics_are_offered_best_first_and_a_person_last(run: Any) -> None:
    said = unsure(run)
    assert said.payloads == ["/ehc_timescale", "/ehc_criteria", "/funding", "/human_handoff"]
    options = ["ehc_timescale", "ehc_criteria", "funding"]
    assert said.customs == [{"kind": "clarify", "options": options, "council": None}]
    assert len(said.customs[0]["options"]) == OPTIONS
    assert said.slots["misunderstood"] == 1.0


def test_each_topic_is_offered_as_a_question_a_parent_would_ask(run: Any, session: Session) -> None:
    titles = [button["title"] for button in unsure(run).messages[0]["buttons"]]
    for topic, title in zip(CLOSE, titles[:-1], strict=False):
        answers = queries.answers(session, topic, None, None, None)
        assert title == next(answer.questions[0] for answer in answers if answer.is_default)


def test_a_topic_is_offered_by_its_nearest_answer(run: Any) -> None:
    scores = {
        "funding/no-money-in-school": 0.5,
        "funding/notional-budget": 0.4,
        "ehc_criteria/legal-test": 0.1,
    }
    said = run(ActionUnsure, None, intent="nlu_fallback", ranking=CLOSE, scores=scores)
    assert '/funding{"answer": "no-money-in-school"}' in said.payloads
    assert "/ehc_criteria" in said.payloads


@pytest.mark.parametrize(
    "ranking",
    [
        {},
        {"ehc_timescale": PLAUSIBLE - 0.01},
        {"out_of_scope": 0.9},
        {"greet": 0.5},
        {"glossary": 0.5},
        {"no_such_topic": 0.5},
    ],
)
def test_with_nothing_plausible_to_offer_a_person_is_given_at_once(
    run: Any, ranking: dict[str, float]
) -> None:
    said = unsure(run, {"council": "bathnes"}, ranking)
    assert said.kinds == ["handoff"]
    assert said.customs[0]["reason"] == "not_understood"


def test_topics_that_cannot_be_offered_leave_their_place_to_others(run: Any) -> None:
    ranking = {"out_of_scope": 0.4, "greet": 0.3, "funding": PLAUSIBLE}
    assert unsure(run, ranking=ranking).customs[0]["options"] == ["funding"]


def test_the_second_time_in_a_row_a_person_is_given(run: Any) -> None:
    first = unsure(run, {"council": "bathnes"})
    second = unsure(run, first.slots)
    assert (first.kinds, second.kinds) == (["clarify"], ["handoff"])
    assert second.slots["misunderstood"] == 2.0


def test_an_answer_in_between_starts_the_count_again(run: Any) -> None:
    first = unsure(run, {"council": "bathnes"})
    between = run(ActionAnswer, first.slots, intent="funding")
    assert unsure(run, between.slots).kinds == ["clarify"]


@pytest.mark.parametrize("count", [None, 0, 0.0, "0"])
def test_an_empty_count_is_no_misunderstanding(run: Any, count: Any) -> None:
    assert unsure(run, {"misunderstood": count}).slots["misunderstood"] == 1.0


def test_a_handover_without_a_known_area_still_counts_and_asks_for_it(run: Any) -> None:
    said = unsure(run, {"misunderstood": 1.0})
    assert said.kinds == ["handoff", "ask_area"]
    assert said.slots["misunderstood"] == 2.0
    assert said.slots["pending"] == "human_handoff"


def led(run: Any, first: float, second: float, outside: float = 0.0, topic: str = "funding") -> Any:
    scores = {f"{topic}/no-money-in-school": first, "ehc_criteria/legal-test": second}
    ranking = {**CLOSE, "out_of_scope": outside}
    return run(ActionUnsure, None, intent="nlu_fallback", ranking=ranking, scores=scores)


def test_an_answer_that_leads_by_far_is_given_and_marked_as_a_guess(run: Any) -> None:
    said = led(run, LIKELY, LIKELY - LEAD - 0.01)
    assert (said.kinds, said.customs[0]["answer"]) == (["answer"], "funding/no-money-in-school")
    assert said.text.startswith(PERHAPS)
    assert (said.slots["misunderstood"], said.slots["last_topic"]) == (0.0, "funding")


@pytest.mark.parametrize(
    ("first", "second", "outside"),
    [
        (LIKELY - 0.01, 0.0, 0.0),
        (LIKELY, LIKELY - LEAD + 0.01, 0.0),
        (LIKELY + 0.2, 0.0, OUTSIDE),
    ],
)
def test_without_a_lead_or_perhaps_out_of_scope_it_asks(
    run: Any, first: float, second: float, outside: float
) -> None:
    assert led(run, first, second, outside).kinds == ["clarify"]


def test_an_answer_of_an_unlikely_topic_is_not_given_however_far_it_leads(run: Any) -> None:
    scores = {"transport/refused": 0.5, "ehc_criteria/legal-test": 0.1}
    said = run(ActionUnsure, None, intent="nlu_fallback", ranking=CLOSE, scores=scores)
    assert said.kinds == ["clarify"]


def test_a_guess_brings_the_helpers_of_its_topic(run: Any) -> None:
    scores = {"ehc_timescale/council-late": LIKELY + 0.1}
    said = run(
        ActionUnsure,
        None,
        intent="nlu_fallback",
        ranking=CLOSE,
        scores={**scores, "ehc_criteria/legal-test": 0.0},
    )
    assert said.payloads[0] == "/clock"


def test_a_guess_for_another_council_says_both(run: Any) -> None:
    scores = {"funding/no-money-in-school": LIKELY, "ehc_criteria/legal-test": 0.0}
    said = run(
        ActionUnsure,
        {"council": "bathnes"},
        intent="nlu_fallback",
        ranking=CLOSE,
        scores=scores,
        entities={"council": ["stockton"]},
    )
    assert said.text.startswith("I will go by Stockton")
    assert PERHAPS in said.text
