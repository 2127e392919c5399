"""The legal clock: from a date the parent gives to each later date that the law sets, with its rule."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from actions.base import Events, Need
from actions.event_told import TOPICS, USUAL, event_told
from actions.handoff import hand_over
from actions.reply import Reply
from actions.turn import Turn
from actions.waiting import done, wait, waits_for
from casework.opening_hours import LOCAL
from days.impossible import Impossible
from days.typed import read_dates
from deadlines.checks import check_event_day
from deadlines.clock import deadlines
from deadlines.deadline import Deadline
from deadlines.events import Event, question, title
from deadlines.left import days_left, must_hand_over
from english.wording import spoken_date
from kb import queries
from kb.speech import source_line

BUTTON = {"title": "Work out my dates", "payload": "/clock"}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
HEADS = {
    Event.REQUEST: "the council got the request on",
    Event.DECISION: "the date on the decision letter is",
    Event.CERTIFICATE: "the date on the mediation certificate is",
    Event.DRAFT: "the draft plan was sent on",
    Event.REVIEW: "the day of the review meeting is",
    Event.NOTICE: "the council's notice is dated",
    Event.TRANSFER: "your child starts at the new place on",
}


class ActionClock(Need):
    """The parent wants dates worked out."""

    keeps_topic = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_clock"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Take what a button says, and ask for what is missing."""
        return _go_on(_state(turn) | ({"event": turn.entity("event")} if turn.entity("event") else {}), reply)


def ask_on(turn: Turn, reply: Reply) -> Events:
    """Begin, or go on where we were."""
    return _go_on(_state(turn), reply)


def hear(turn: Turn, reply: Reply) -> Events:
    """Take a date that was typed in answer to our question, or beside a question about time."""
    state, today = _state(turn), _today(reply)
    event = _event(state.get("event")) or event_told(turn.text, today) or USUAL.get(turn.intent)
    state |= {"event": event.value} if event else {}
    found = read_dates(turn.text, today)
    wrong = next((one for one in found if isinstance(one, Impossible)), None)
    days = sorted(one for one in found if isinstance(one, date))
    if wrong or not days:
        sentence = wrong.sentence if wrong else "I could not find a full date in that."
        reply.say(f"{sentence} Which day is it? A day and a month are enough.", {"kind": "ask_date"})
        return wait("clock", **state)
    if event is not Event.CERTIFICATE:
        return _go_on({**state, "day": days[0].isoformat()}, reply)
    if len(days) > 1:
        # The certificate is always the younger of the two papers.
        return _go_on({**state, "day": days[0].isoformat(), "certificate": days[-1].isoformat()}, reply)
    missing = "day" if "certificate" in state else "certificate"
    return _go_on({**state, missing: days[0].isoformat()}, reply)


def gives_date(turn: Turn, reply: Reply) -> bool:
    """Tell whether a question about time comes with a date, and says what it is the date of."""
    return not turn.pressed and turn.intent in TOPICS and event_told(turn.text, _today(reply)) is not None


def _go_on(state: dict[str, Any], reply: Reply) -> Events:
    event = _event(state.get("event"))
    if event is None:
        _ask_event(state, reply)
        return wait("clock", **state)
    if event is Event.CERTIFICATE and "certificate" not in state:
        if "day" not in state:
            reply.say("What is the date on the mediation certificate?", {"kind": "ask_date"})
            return wait("clock", **state)
        # The date came before we knew of what: it is the certificate's, and the letter's is still to be told.
        state = {"event": event.value, "certificate": state["day"]}
    if "day" not in state:
        asked = (
            "And what date is printed on the council's decision letter?"
            if event is Event.CERTIFICATE
            else question(event)
        )
        reply.say(
            f"{asked} You can write it in your own way, such as 3 October or last Tuesday.",
            {"kind": "ask_date"},
        )
        return wait("clock", **state)
    return _work_out(event, state, reply)


def _work_out(event: Event, state: dict[str, Any], reply: Reply) -> Events:
    day, today = date.fromisoformat(state["day"]), _today(reply)
    certificate = date.fromisoformat(state["certificate"]) if "certificate" in state else None
    counted = certificate if event is Event.CERTIFICATE and certificate else day
    decision = day if event is Event.CERTIFICATE else None
    problem = check_event_day(event, counted, today, decision=decision)
    if problem:
        reply.say(problem, {"kind": "ask_date"})
        return wait(
            "clock", **{key: value for key, value in state.items() if key not in ("day", "certificate")}
        )
    found = deadlines(event, counted, decision=decision)
    _say_dates(event, counted, decision, found, reply)
    if must_hand_over(found, today):
        return [*done(), *hand_over("deadline_near", reply)]
    return done()


def _say_dates(event: Event, day: date, decision: date | None, found: list[Deadline], reply: Reply) -> None:
    today = _today(reply)
    head = f"I take it that {HEADS[event]} {spoken_date(day)}"
    head += f", and the date on the decision letter is {spoken_date(decision)}." if decision else "."
    parts = [head, *(_one(deadline, today) for deadline in found)]
    sentences = (one for deadline in found for one in SENTENCE_END.split(deadline.exceptions) if one)
    parts.append(" ".join(dict.fromkeys(sentences)))
    parts.append("I counted this for you. Please check it with the advice line before you rely on it.")
    names = list(dict.fromkeys(name for deadline in found for name in deadline.source))
    references = queries.references(reply.session, names)
    asked = {"event": event.value, "day": day.isoformat()} | (
        {"decision": decision.isoformat()} if decision else {}
    )
    custom = reply.custom(
        topic="ehc_timescale",
        answer=f"clock/{event.value}",
        duty="must",
        references=references,
    )
    custom["dates"] = [{"id": d.id, "on": d.on.isoformat(), "whose": d.whose} for d in found]
    custom["links"] = [{"title": "Save these dates in my calendar", "href": f"/dates.ics?{urlencode(asked)}"}]
    reply.say("\n\n".join(part for part in [*parts, source_line(references)] if part), custom)


def _one(deadline: Deadline, today: date) -> str:
    left = days_left(deadline.on, today)
    count = {0: "today", 1: "tomorrow"}.get(
        left, f"{left} days from now" if left > 0 else "this date has passed"
    )
    return f"- {deadline.title}: {deadline.on:%A} {spoken_date(deadline.on)} ({count}). {deadline.rule}"


def _ask_event(state: dict[str, Any], reply: Reply) -> None:
    reply.buttons += [
        {"title": title(event), "payload": f'/clock{{"event": "{event.value}"}}'} for event in Event
    ]
    lead = (
        f"What happened on {spoken_date(date.fromisoformat(state['day']))}?"
        if "day" in state
        else "I can work out your dates. What has happened?"
    )
    reply.say(lead, {"kind": "ask_event", "options": [event.value for event in Event]})


def _state(turn: Turn) -> dict[str, Any]:
    if waits_for(turn) != "clock":
        return {}
    return {key: value for key, value in turn.slots["waiting"].items() if key != "for"}


def _event(name: str | None) -> Event | None:
    return Event(name) if name in {event.value for event in Event} else None


def _today(reply: Reply) -> date:
    return reply.moment.astimezone(LOCAL).date()
