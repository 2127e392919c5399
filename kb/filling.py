"""Filling tokens for one place: what `{{advice_line.contact}}` means for this parent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from english.wording import spoken_date
from kb import queries, speech
from kb.records import Council, School
from kb.tokens import fill

DIRECTORY = "cdc"
SEND_TEAM = "send-team"
USUAL_TITLE = {
    "class_teacher": "class teacher",
    "form_tutor": "form tutor",
    "subject_teacher": "subject teacher",
    "teaching_assistant": "teaching assistant",
    "senco": "SENCO",
    "assistant_senco": "assistant SENCO",
    "inclusion_lead": "inclusion lead",
    "curriculum_leader": "head of department",
    "year_learning_manager": "head of year",
    "headteacher": "headteacher",
    "sen_governor": "SEN governor",
    "governors": "governors",
    "education_advisory_board": "governors",
}


@dataclass(frozen=True)
class Filler:
    """Fills tokens for a school and council, either of which may be unknown.

    `line_state` is a sentence that follows the advice line's details: whether it is open just now.
    `checked_on` is the day the text being filled was last checked. `elsewhere`: the parent told us that
    they live in none of the areas we know.
    """

    session: Session
    school: School | None
    council: Council | None
    line_state: str = ""
    checked_on: date | None = None
    elsewhere: bool = False

    def fill(self, text: str) -> str:
        """Replace every token of `text`. Raises KeyError for a token the build should have refused."""
        return fill(text, self.value_of)

    def value_of(self, token: str) -> str:
        """Give one token's value. Raises KeyError if there is none of that name."""
        kind, _, name = token.partition(".")
        if kind == "contact":
            found = queries.contact(self.session, name)
            if found is None:
                raise KeyError(token)
            return speech.contact_short(found)
        if kind == "role":
            person = self.school.person(name) if self.school else None
            return person.title if person else USUAL_TITLE[name]
        return self._plain(token)

    def _plain(self, token: str) -> str:
        if token == "school.name":
            return self.school.name if self.school else "the school"
        if token == "council.name":
            return self.council.name if self.council else "your council"
        if token == "council.send_team":
            team = queries.contact(self.session, SEND_TEAM, self.council.id) if self.council else None
            return speech.send_team(team, self.council)
        if token == "plan.name":
            return self.school.plans[0] if self.school and self.school.plans else "SEN support plan"
        if token == "advice_line.name":
            return (
                self.council.advice_line.name if self.council else "your local SEND advice service (SENDIASS)"
            )
        if token == "advice_line.contact":
            directory = queries.contact(self.session, DIRECTORY)
            if self.council:
                contact = speech.advice_line_contact(self.council.advice_line, directory)
                return f"{contact} {self.line_state}".strip()
            return speech.advice_line_unknown(directory, self.elsewhere)
        if token == "local_offer.contact":
            if self.council:
                return speech.local_offer_contact(self.council.local_offer, self.council)
            return speech.local_offer_unknown()
        if token == "checked_on" and self.checked_on:
            return spoken_date(self.checked_on)
        raise KeyError(token)
