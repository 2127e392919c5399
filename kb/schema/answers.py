"""`topics.yml` and `topics/<topic>.yml`: what can be asked, and the answers."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from kb.schema.base import Dated, Duty, FactId, Handoff, Id, Scope, Shape, Text


class Topic(Shape):
    """One thing parents ask about: the same word is the Rasa intent and the phrase file's name."""

    id: Id
    part_of: Id | None = Field(None, description="The wider topic that a reply reports.")


class Topics(Shape):
    """The whole of `topics.yml`."""

    topics: list[Topic]


class Answer(Dated):
    """One small answer, with the questions it answers and where it comes from."""

    id: Id
    default: bool = False
    questions: list[Text] = Field(min_length=1)
    text: Text
    duty: Duty
    sources: list[Id] = Field(min_length=1)
    scope: Scope = Scope()
    next: list[str] = Field([], max_length=3)
    handoff: Handoff = Handoff.OFFER
    provenance: list[FactId] = []
    expires_on: date | None = Field(None, description="From this day `after_expiry` is spoken instead.")
    after_expiry: Text | None = None

    @model_validator(mode="after")
    def _expiry_whole(self) -> Self:
        if (self.expires_on is None) != (self.after_expiry is None):
            raise ValueError("expires_on and after_expiry belong together: give both or neither")
        if self.expires_on and self.expires_on <= self.checked_on:
            raise ValueError("expires_on must be later than checked_on")
        return self

    @model_validator(mode="after")
    def _local_has_scope(self) -> Self:
        if self.duty is Duty.LOCAL and self.scope.is_national():
            raise ValueError("a local duty needs a scope: name the council or school")
        return self


class AnswerFile(Shape):
    """The whole of one `topics/<topic>.yml`."""

    topic: Id
    title: Text
    answers: list[Answer] = Field(min_length=1)
