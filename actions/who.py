"""Who to talk to: by name where the school's page gives one, with the age of the page."""

from __future__ import annotations

from actions.ask_area import ask_school
from actions.base import Events, Need
from actions.choose import choose_answer
from actions.reply import Reply
from actions.turn import Turn
from english.wording import bullets, join
from kb import queries
from kb.records import School
from kb.speech import CONFIRM_WITH_SCHOOL, person_named, source_line

TOPIC = "who_to_talk_to"


class ActionWho(Need):
    """Say which person to speak to first, and who comes after."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_who"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """At a known school give its ladder with names; elsewhere the usual order, and ask for the school."""
        school = reply.area.school
        if school is None or turn.entity("answer"):
            answer = choose_answer(reply.session, TOPIC, reply.area, turn)
            if answer:
                reply.answer(answer, TOPIC)
            return [] if school else ask_school(TOPIC, reply)
        _say_people(school, reply)
        return []


def _say_people(school: School, reply: Reply) -> None:
    steps = []
    for rung in queries.ladder(reply.session, school.id):
        people = [person for role in rung.roles if (person := school.person(role))]
        steps.append(join(map(person_named, people), "or") if people else rung.do)
    first, *later = steps
    text = f"At {school.name}, start with {first}."
    if later:
        text += f"\n\nIf that does not settle it, go on in this order:\n{bullets(later)}"
    text += f"\n\n{CONFIRM_WITH_SCHOOL}\n\n{source_line([school.source])}"
    custom = reply.custom(
        topic=TOPIC,
        answer=f"{TOPIC}/at-{school.id}",
        duty="local",
        references=(school.source,),
    )
    reply.say(text, custom)
    reply.buttons.append({"title": "I have spoken to them and I am not happy", "payload": "/ladder_step"})
