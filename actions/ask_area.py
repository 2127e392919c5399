"""One question, with buttons, when an answer depends on the school or council and we do not know it."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.base import Events
from actions.reply import Reply
from kb import queries

ASK_SCHOOL = "If you tell me the school, I can look for its own people and plans."


def ask_council(topic: str, reply: Reply, why: str) -> Events:
    """Ask where the parent lives; `topic` is answered when they say."""
    buttons = [
        {"title": name, "payload": f'/inform{{"council": "{council}"}}'}
        for council, name in queries.council_names(reply.session)
    ]
    buttons.append(
        {
            "title": "Somewhere else in England",
            "payload": '/inform{"council": "elsewhere"}',
        }
    )
    reply.buttons = buttons
    reply.say(
        f"{why} Which council area do you live in?",
        {"kind": "ask_area", "topic": topic, "options": "council"},
    )
    return [SlotSet("pending", topic)]


def ask_school(topic: str, reply: Reply) -> Events:
    """Offer the schools we know; a parent of another school has the general answer already."""
    schools = queries.school_names(reply.session)
    reply.buttons += [
        {"title": name, "payload": f'/inform{{"school": "{school}"}}'} for school, name in schools
    ]
    if ASK_SCHOOL not in reply.said_before:
        reply.say(ASK_SCHOOL, {"kind": "ask_area", "topic": topic, "options": "school"})
    return [SlotSet("pending", topic)]
