"""The knowledge base's tables (SQLAlchemy 2). Only `kb.build` writes them."""

from kb.models.answers import AnswerQuestion, AnswerReference, AnswerRow, ReferenceRow
from kb.models.base import Base, ProvenanceRow, ReleaseRow
from kb.models.meeting import MeetingRow, RuleRow
from kb.models.places import (
    AdviceLineRow,
    AgencyRow,
    ContactRow,
    CouncilRow,
    OutsideStepRow,
    ProblemRow,
    PersonRow,
    PlanRow,
    RungRow,
    SchoolRow,
)
from kb.models.words import MeaningRow, SafetyMessageRow, TermRow

__all__ = [
    "AdviceLineRow",
    "AgencyRow",
    "AnswerQuestion",
    "AnswerReference",
    "AnswerRow",
    "Base",
    "ContactRow",
    "CouncilRow",
    "MeaningRow",
    "MeetingRow",
    "OutsideStepRow",
    "ProblemRow",
    "PersonRow",
    "PlanRow",
    "ProvenanceRow",
    "ReferenceRow",
    "ReleaseRow",
    "RuleRow",
    "RungRow",
    "SafetyMessageRow",
    "SchoolRow",
    "TermRow",
]
