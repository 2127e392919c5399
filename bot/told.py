"""Is a message the answer that a helper waits for? What asks is not: a helper can be interrupted."""

from __future__ import annotations

import re
from typing import Any

MONTHS = r"jan\w*|feb\w*|mar(ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|ocotber|setpember"
DAYS = r"mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?"
NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
DATE = re.compile(
    rf"\b\d{{1,4}}\s?[/.\-]\s?\d{{1,2}}([/.\-]\s?\d{{2,4}})?\b"
    rf"|\b\d{{1,2}}(st|nd|rd|th)?\s*(of\s+)?({MONTHS})\b|\b({MONTHS})\s+\d{{1,2}}(st|nd|rd|th)?\b"
    r"|\bthe \d{1,2}(st|nd|rd|th)\b"
    rf"|\b(today|yesterday|tomorrow|(last|this|next|on) ({DAYS})|({DAYS}) (last )?week)\b"
    rf"|\b(a|an|{NUMBERS}|\d+|couple of) (day|week|fortnight|month|year)s? ago\b"
    rf"|\bin (a|an|{NUMBERS}|\d+) (day|week|fortnight|month)s?\b"
    r"|\b(last (week|month)|some ?time|don'?t know)\b"
    rf"|^\s*({DAYS})\s*[.!]?\s*$",
    re.IGNORECASE,
)
LONGEST_ANSWER = 30
WHO = re.compile(
    r"\b(parent|mum|mam|mom|mother|dad|father|carer|guardian|nan|gran\w*|foster\w*|step\w*|aunt\w*|uncle"
    r"|myself|young person|student|i am (1[6-9]|2[0-5])|i'?m (1[6-9]|2[0-5])|school|college|teacher|senco"
    r"|head|social worker|health visitor)\b",
    re.IGNORECASE,
)
NEEDS = re.compile(
    r"\b(speech|talk\w*|language|communicat\w*|autis\w*|social\w*|learn\w*|read\w*|writ\w*|spell\w*|maths?|dyslexi\w*|memory"
    r"|behaviou?r|anxi\w*|adhd|emotion\w*|mental|anger|angry|hear\w*|deaf|see\w*|sight|vision|blind|sensory|noise|physical\w*"
    r"|walk\w*|wheelchair|all|everything|that'?s? (is )?all|none|done|no more)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?|^\s*(who|what|when|where|why|how|which|can|could|do|does|did|is|are|should|will|would|must|may)\b",
    re.IGNORECASE,
)


def is_told(waiting: dict[str, Any] | None, text: str) -> bool:
    """Tell whether `text` is what the helper in the slot `waiting` asked for."""
    if not waiting or text.startswith("/") or ASKS.search(text) or len(text.split()) > LONGEST_ANSWER:
        return False
    if waiting.get("for") == "clock":
        return bool(DATE.search(text))
    if waiting.get("for") == "letter":
        return bool((NEEDS if waiting.get("step") == "needs" else WHO).search(text))
    return False
