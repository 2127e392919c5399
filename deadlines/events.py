"""The days that start a legal clock, and how to ask a parent for them."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """Something with a date from which the law counts."""

    REQUEST = "request"
    DECISION = "decision"
    CERTIFICATE = "certificate"
    DRAFT = "draft"
    REVIEW = "review"
    NOTICE = "notice"
    TRANSFER = "transfer"


_TITLES = {
    Event.REQUEST: "I asked for an EHC needs assessment",
    Event.DECISION: "I got a decision letter",
    Event.CERTIFICATE: "I got a mediation certificate",
    Event.DRAFT: "I got a draft EHC plan",
    Event.REVIEW: "We have an annual review",
    Event.NOTICE: "The council will change the plan",
    Event.TRANSFER: "My child is moving school or college",
}
_QUESTIONS = {
    Event.REQUEST: "On what date did the council get the request? It may be later than the day you sent it.",
    Event.DECISION: "What date is printed on the council's decision letter? "
    "It may be before the day it came.",
    Event.CERTIFICATE: "What date is printed on the mediation certificate?",
    Event.DRAFT: "On what date did the council send you the draft plan?",
    Event.REVIEW: "What is the date of the annual review meeting?",
    Event.NOTICE: "What date is on the council's notice that it will change the plan?",
    Event.TRANSFER: "On what date will your child start at the new school or college? "
    "If you are not sure of the day, give the first day of that month.",
}


def title(event: Event) -> str:
    """Give a short title for a button."""
    return _TITLES[event]


def question(event: Event) -> str:
    """Give the plain question that asks for the event's date."""
    return _QUESTIONS[event]
