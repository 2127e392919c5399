"""Words and types that all content files share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
FactId = Annotated[str, StringConstraints(pattern=r"^(S[0-4]|[BCDQRT])-\d{2}[a-d]?$")]


class Shape(BaseModel):
    """A part of a content file. Unknown names are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Duty(StrEnum):
    """How strong a statement is: law, the Code of Practice, a local habit, or plain information."""

    MUST = "must"
    SHOULD = "should"
    LOCAL = "local"
    INFO = "info"


class Handoff(StrEnum):
    """Whether an answer offers the advice line: not at all, as a choice, or straight away."""

    NEVER = "never"
    OFFER = "offer"
    NOW = "now"


class Phase(StrEnum):
    """Stage of education."""

    EARLY_YEARS = "early_years"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    POST16 = "post16"


class Freshness(StrEnum):
    """`check`: only known from a document we could not confirm, so spoken with its date."""

    CURRENT = "current"
    CHECK = "check"


class Role(StrEnum):
    """People a parent may be sent to."""

    CLASS_TEACHER = "class_teacher"
    FORM_TUTOR = "form_tutor"
    SUBJECT_TEACHER = "subject_teacher"
    TEACHING_ASSISTANT = "teaching_assistant"
    SENCO = "senco"
    ASSISTANT_SENCO = "assistant_senco"
    INCLUSION_LEAD = "inclusion_lead"
    CURRICULUM_LEADER = "curriculum_leader"
    YEAR_LEARNING_MANAGER = "year_learning_manager"
    HEADTEACHER = "headteacher"
    SEN_GOVERNOR = "sen_governor"
    GOVERNORS = "governors"
    EDUCATION_ADVISORY_BOARD = "education_advisory_board"


class Scope(Shape):
    """Where an answer is true. Empty means all of England."""

    council: Id | None = None
    school: Id | None = None
    phase: Phase | None = None

    def is_national(self) -> bool:
        """Tell whether nothing narrows this scope."""
        return self == Scope()


class Dated(Shape):
    """Something that was checked on a day and must be looked at again."""

    checked_on: date
    review_by: date = Field(description="From this day it is spoken with 'last checked'.")

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.review_by <= self.checked_on:
            raise ValueError("review_by must be later than checked_on")
        return self


class Note(Shape):
    """One more thing a school or council says; becomes an answer for that place."""

    id: Id
    topic: Id
    questions: list[Text] = Field(min_length=1)
    text: Text
    next: list[str] = Field([], max_length=3)
    provenance: list[FactId] = []
