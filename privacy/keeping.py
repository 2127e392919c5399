"""What is published and so never masked: the numbers and addresses the knowledge base gives to parents."""

from __future__ import annotations

import re
from dataclasses import dataclass

ALWAYS = ("999", "111", "101", "116123", "08001111")


@dataclass(frozen=True)
class Kept:
    """Published phone numbers (national form, digits only) and e-mail addresses (lower case)."""

    numbers: frozenset[str]
    emails: frozenset[str]

    @classmethod
    def of(cls, keep: frozenset[str]) -> Kept:
        """Sort what the knowledge base publishes; the numbers everyone must be able to see are always in."""
        emails = {re.sub(r"\s", "", entry).lower() for entry in keep if "@" in entry}
        numbers = {national(digits_of(entry)) for entry in keep if "@" not in entry}
        return cls(frozenset(numbers | set(ALWAYS)) - {""}, frozenset(emails))


def digits_of(text: str) -> str:
    """Give the digits of `text`, nothing else."""
    return "".join(re.findall(r"[0-9]", text))


def national(digits: str) -> str:
    """Give a phone number as it is dialled in England: 44 or 0044 in front becomes 0."""
    match = re.fullmatch(r"(?:00)?440?([1-9][0-9]{8,9})", digits)
    return f"0{match.group(1)}" if match else digits
