"""What the recognisers report, and the words that stand where personal data was."""

from __future__ import annotations

import re
from dataclasses import dataclass

PHONE = "phone"
EMAIL = "e-mail"
POSTCODE = "postcode"
NHS_NUMBER = "NHS number"
UPN = "UPN"
BIRTH = "date of birth"
KINDS = (PHONE, EMAIL, POSTCODE, NHS_NUMBER, UPN, BIRTH)

TOKEN = re.compile(r"\[(" + "|".join(map(re.escape, KINDS)) + r")\]")


@dataclass(frozen=True)
class Found:
    """One piece of personal data: the characters from `start` to `end` are replaced.

    `kind` None claims the characters without replacing them, so that no later recogniser takes them.
    """

    start: int
    end: int
    kind: str | None
    lead: str = ""

    @property
    def token(self) -> str:
        """Give the words that replace the characters."""
        return f"{self.lead}[{self.kind}]"
