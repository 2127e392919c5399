"""The reply contract (design, section 6): what each kind of message looks like on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session

from actions.area import Area
from actions.duty import duty_sentence
from casework.handoff import state_of, state_sentence
from casework.opening_hours import LineState
from english.wording import spoken_date
from kb import queries
from kb.duties import BELIEVED
from kb.filling import Filler
from kb.records import Answer, Reference
from kb.speech import source_line
from kb.tokens import is_local

Button = dict[str, str]
PERSON_BUTTON: Button = {"title": "Talk to a person", "payload": "/human_handoff"}
MOST_BUTTONS = 4


@dataclass
class Reply:
    """Collects what one turn says; `send` hands it to Rasa in order."""

    dispatcher: CollectingDispatcher
    session: Session
    area: Area
    moment: datetime
    buttons: list[Button] = field(default_factory=list)
    heading: str = ""
    lead: str = ""
    asks_duty: bool = False
    to_the_young: str = ""
    said_before: frozenset[str] = frozenset()
    handed_over: bool = False
    answered: Answer | None = None

    @property
    def filler(self) -> Filler:
        """Fill tokens for this area; wherever the line is named, its true state follows."""
        council = self.area.council
        said = state_sentence(council.advice_line, self.line_state) if council and self.line_state else ""
        return Filler(self.session, self.area.school, council, said, elsewhere=self.area.elsewhere)

    @property
    def line_state(self) -> LineState | None:
        """Give whether this area's advice line is open at the moment of this reply."""
        council = self.area.council
        return state_of(council.advice_line, self.moment) if council else None

    def say(self, text: str, custom: dict[str, Any] | None = None) -> None:
        """Send one message, after the lead and under the heading if there are, with its other half."""
        if self.heading:
            text, self.heading = f"{self.heading}\n\n{text}", ""
        if self.lead:
            text, self.lead = f"{self.lead}\n\n{text}", ""
        self.dispatcher.utter_message(text=text, json_message=custom)

    def answer(self, answer: Answer, topic: str, after: str = "", close: Sequence[Answer] = ()) -> None:
        """Send an answer with where it comes from; close answers and its next ones become buttons."""
        self.answered = answer
        filler = replace(self.filler, checked_on=answer.checked_on)
        text = filler.fill(answer.text_on(self.moment.date())).strip()
        duty = duty_sentence(answer, self.area) if self.asks_duty else ""
        parts = [self._whose_child(text), duty, text, after, *self._cautions(answer)]
        parts.append(source_line(answer.references))
        custom = self.custom(topic=topic, answer=answer.id, duty=answer.duty, references=answer.references)
        self.say("\n\n".join(part for part in parts if part), custom)
        self._offer([answer.id for answer in close])
        self._offer(answer.next_ids)
        if answer.handoff != "never" and PERSON_BUTTON not in self.buttons:
            self.buttons.append(PERSON_BUTTON)

    def custom(
        self, *, topic: str, answer: str, duty: str, references: Sequence[Reference]
    ) -> dict[str, Any]:
        """Give the contract's `answer` message for this area; `answer` is an id, the kb's or an action's."""
        return {
            "kind": "answer",
            "topic": topic,
            "answer": answer,
            "council": self.area.council.id if self.area.council else None,
            "school": self.area.school.id if self.area.school else None,
            "duty": duty,
            "sources": [
                {
                    "title": reference.title,
                    "paragraph": reference.paragraph,
                    "url": reference.url,
                    "checked_on": reference.checked_on.isoformat(),
                }
                for reference in references
            ],
            "release": queries.release(self.session) or "",
        }

    def _offer(self, answer_ids: Iterable[str]) -> None:
        for answer_id in answer_ids:
            offered = queries.answer(self.session, answer_id)
            if offered is None:
                continue
            button = {"title": offered.questions[0], "payload": payload_of(offered)}
            if button not in self.buttons and len(self.buttons) < MOST_BUTTONS:
                self.buttons.append(button)

    def send(self) -> None:
        """Put the collected buttons under the last text, each once."""
        texts = [message for message in self.dispatcher.messages if message.get("text")]
        if texts and self.buttons:
            offered = [*texts[-1].get("buttons", []), *self.buttons]
            texts[-1]["buttons"] = list({button["payload"]: button for button in offered}.values())
        self._say_where()

    def _say_where(self) -> None:
        """Name the council in a reply with no other place for it: the window shows that council's line."""
        messages = self.dispatcher.messages
        if not messages or any("council" in (message.get("custom") or {}) for message in messages):
            return
        council = self.area.council.id if self.area.council else None
        messages[-1]["custom"] = {"kind": "text", **(messages[-1].get("custom") or {}), "council": council}

    def _whose_child(self, text: str) -> str:
        """Give the note to a young writer once, before the first answer that says "your child"."""
        if "your child" not in text:
            return ""
        note, self.to_the_young = self.to_the_young, ""
        return note

    def _cautions(self, answer: Answer) -> list[str]:
        cautions = []
        if self.moment.date() >= answer.review_by:
            cautions.append(f"This was last checked on {spoken_date(answer.checked_on)}. Please confirm it.")
        if answer.references and all(reference.verified == "believed" for reference in answer.references):
            cautions.append(BELIEVED)
        local = answer.council or is_local(answer.text_on(self.moment.date()))
        if local and self.area.assumed and self.area.school and self.area.council:
            cautions.append(
                f"I think you live in the area of {self.area.council.short}, "
                f"since {self.area.school.name} is there. "
                "If not, tell me your council."
            )
        return cautions


def payload_of(answer: Answer) -> str:
    """Give what a button sends that asks for this very answer."""
    topic, _, name = answer.id.partition("/")
    return f'/{topic}{{"answer": "{name}"}}'
