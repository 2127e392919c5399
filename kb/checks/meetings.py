"""Meeting questions: every topic thought of once, and each question a question."""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Content, PlacedAnswer
from kb.problems import Problem


def meetings_complete(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find topics that meeting.yml leaves out, names twice or does not know, or that have no answers."""
    file, topics = content.meeting.file, [topic.id for topic in content.topics.value.topics]
    answered = {loaded.value.topic for loaded in content.answer_files}
    seen: set[str] = set()
    for name in ("meetings", "no_meeting"):
        for index, entry in enumerate(getattr(content.meeting.value, name)):
            where = (name, index, "topic")
            if entry.topic not in topics:
                yield file.problem(
                    f"unknown topic `{entry.topic}`; topics.yml lists the ones there are", *where
                )
            elif entry.topic in seen:
                yield file.problem(f"topic `{entry.topic}` stands here already", *where)
            elif name == "meetings" and entry.topic not in answered:
                yield file.problem(
                    f"topic `{entry.topic}` has no answers yet; put it under no_meeting", *where
                )
            seen.add(entry.topic)
    for topic in topics:
        if topic not in seen:
            yield file.problem(
                f"topic `{topic}` is missing; add it to meetings, or to no_meeting with a reason"
            )


def meeting_questions_ask(content: Content, answers: list[PlacedAnswer]) -> Iterator[Problem]:
    """Find questions that do not end as questions do; a sheet of demands starts a meeting badly."""
    for index, meeting in enumerate(content.meeting.value.meetings):
        for position, question in enumerate(meeting.ask):
            if not question.endswith("?"):
                message = f'"{question}" is no question; end it with a question mark'
                yield content.meeting.file.problem(message, "meetings", index, "ask", position)
