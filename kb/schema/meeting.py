"""`meeting.yml`: what a parent can ask at a meeting, by topic."""

from __future__ import annotations

from pydantic import Field

from kb.schema.base import Id, Shape, Text


class Meeting(Shape):
    """Whom to ask about a topic (after "Ask"), and what."""

    topic: Id
    whom: Text
    ask: list[Text] = Field(min_length=2, max_length=4)


class NoMeeting(Shape):
    """A topic that nobody meets about."""

    topic: Id
    why: Text


class Meetings(Shape):
    """The whole of `meeting.yml`."""

    meetings: list[Meeting]
    no_meeting: list[NoMeeting] = []
