"""Several questions in one message: where one ask ends and the next begins. Plain rules, no model."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_CHARACTERS = 2000
FEWEST_WORDS = 3
QUESTION_WORD = r"(?:how|hows|what|whats|wat|who|whos|whose|where|wheres|when|which|why)\b"
# "has no friends" only tells; "has he the right" asks. So a helping verb needs someone after it.
SOMEONE = (
    r"(?:i|we|you|u|he|she|it|they|my|our|your|the|his|her|their|a|an|this|that|these|those|there|any|anyone"
    r"|every|all|school|schools|council|councils|parents|kids|children|someone|ehcps?|gps?|sencos?|nursery|college)"
)
HELPING_VERB = (
    r"(?:can|cant|could|cud|do|does|dose|did|is|isnt|are|arent|will|would|wud|should|shud"
    r"|has|have|must|may|am)"
)
OPENER = rf"(?:{QUESTION_WORD}|{HELPING_VERB}\s+{SOMEONE}\b)"
WANT = (
    r"(?:i|we)(?:'d| would| wud)? (?:also |really |just )?(?:want|need|like|wanted|love) to "
    r"(?:know|ask|find out|make|get|see|talk|speak)"
)
TELL = r"(?:please |pls |can you |could you ){0,2}(?:tell|explain|show|send|give|help) (?:me|us)"
LEAD_IN = r"(?:and|so|but|also|plus|then|or|please|pls|ok|hi|hello)"
ASKING = re.compile(rf"(?:^|\b{LEAD_IN}[,\s]+)(?:{OPENER}|{WANT}|{TELL})", re.I)
INSIDE = re.compile(
    rf"\b(?:{WANT}|{TELL}|(?:don'?t|do not) (?:know|understand) (?:how|what|who|where|if|whether)"
    r"|(?:wondering|know|ask|find out) (?:if|how|what|who|where|when|whether|about))\b",
    re.I,
)
LIST_MARK = re.compile(r"(?:^|(?<=\s))\(?(?:\d{1,2}|[a-e])[).:]\s+|(?:^|\n)\s*[-*•]\s+", re.I)
SENTENCE = re.compile(r"(?<=[?!])\s*|(?<=[.;])\s+|\n+")
AND_ASK = re.compile(
    r"(?:\s[-–]\s|,|\b(?:and|also|plus)\b|&)"
    r"(?:[\s,]{0,3}(?:and|also|then|plus|another thing|secondly|thirdly|lastly|finally)\b){0,2}[\s,]{0,3}"
    rf"(?={OPENER}|{WANT}|{TELL})",
    re.I,
)


@dataclass(frozen=True)
class Ask:
    """One ask in the parent's own words, and `before`: the story it follows, or else the ask before it."""

    text: str
    before: str


def split_asks(text: str) -> list[Ask]:
    """Give the asks of `text` in order: those pieces that ask something. What is only told is their story."""
    found: list[Ask] = []
    story: list[str] = []
    for sentence in _sentences(text[:MOST_CHARACTERS]):
        for piece in (part.strip(" ,;-–") for part in AND_ASK.split(sentence)):
            if _asks(piece) and len(piece.split()) >= FEWEST_WORDS:
                before = " ".join(story) or (found[-1].text if found else "")
                found.append(Ask(piece, before))
                story = []
            elif piece:
                story.append(piece)
    return found


def _sentences(text: str) -> list[str]:
    listed = LIST_MARK.split(text) if len(LIST_MARK.findall(text)) > 1 else [text]
    return [piece for part in listed for piece in SENTENCE.split(part) if piece.strip()]


def _asks(piece: str) -> bool:
    words = piece.strip()
    return words.endswith("?") or bool(ASKING.search(words)) or bool(INSIDE.search(words))
