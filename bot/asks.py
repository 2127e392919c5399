"""Several questions in one message: where one ask ends and the next begins. Plain rules, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CHARACTERS = 2000
FEWEST_WORDS, FEWEST_LISTED = 3, 2
QUESTION_WORD = r"(?:how|hows|what|whats|wat|who|whos|whose|where|wheres|when|which|why)\b"
# "has no friends" only tells; "has he the right" asks. So a helping verb needs someone after it.
SOMEONE = (
    r"(?:i|we|you|u|he|she|it|they|my|our|your|the|his|her|their|a|an|this|that|these|those|there|any|anyone"
    r"|every|all|school|schools|council|councils|parents|kids|children|someone|ehcps?|gps?|sencos?|nursery|college)"
)
HELPING_VERB = (
    r"(?:can|cant|could|cud|do|does|dose|did|is|isnt|are|arent|will|would|wud|should|shud|must|may|am)"
)
# "and has a plan" tells: after "has", only whoever may be asked about counts.
HAS = (
    r"(?:has|have)\s+(?:i|we|you|u|he|she|it|they|any|anyone|school|(?:the|my|our|his|her)"
    r"\s+(?:school|council|head|senco|la|teacher|nursery|college|son|daughter|child))"
)
OPENER = rf"(?:(?:(?:at|in|on|by|for|to|from|with)\s+)?{QUESTION_WORD}|{HELPING_VERB}\s+{SOMEONE}\b|{HAS}\b)"
WANT = (
    r"(?:i|we)(?:'d| would| wud)? (?:also |really |just )?(?:"
    r"(?:want|need|like|wanted|love) to (?:know|ask|find out|make|get|see|talk|speak)"
    r"|like (?:the|a|your|some|an)\b)"
)
TELL = r"(?:please |pls |can you |could you ){0,2}(?:tell|explain|show|send|give|help) (?:me|us)"
LEAD_IN = r"(?:and|so|but|also|plus|then|or|please|pls|ok|hi|hello)"
ASKING = re.compile(rf"(?:^|\b{LEAD_IN}[,\s]+)(?:{OPENER}|{WANT}|{TELL})", re.I)
INSIDE = re.compile(
    rf"\b(?:{WANT}|{TELL}|(?:don'?t|do not) (?:know|understand) (?:how|what|who|where|if|whether)"
    r"|(?:wondering|know|ask|find out) (?:if|how|what|who|where|when|whether|about))\b",
    re.I,
)
BEGINS = re.compile(rf"(?:{HELPING_VERB}|has|have)\b", re.I)
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
    for piece, asks in _pieces(text):
        if asks:
            before = " ".join(story) or (found[-1].text if found else "")
            found.append(Ask(piece, before))
            story = []
        else:
            story.append(piece)
    return found


def told_besides(text: str) -> str:
    """Give what `text` only tells, if it both tells and asks; else nothing."""
    pieces = list(_pieces(text))
    told = [piece for piece, asks in pieces if not asks]
    return " ".join(told) if len(told) < len(pieces) else ""


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Give each piece, and whether it asks something."""
    head, *listed = LIST_MARK.split(text[:MOST_CHARACTERS]) if _is_list(text) else [text[:MOST_CHARACTERS]]
    for part in (head, *listed):
        for sentence in SENTENCE.split(part):
            for piece in (cut.strip(" ,;-–") for cut in AND_ASK.split(sentence)):
                # Who numbers their points asks with each, whatever the words.
                if piece and part is not head:
                    yield piece, len(piece.split()) >= FEWEST_LISTED
                elif piece:
                    asks = _asks(piece) or (sentence.endswith("?") and bool(BEGINS.match(piece)))
                    yield piece, asks and len(piece.split()) >= FEWEST_WORDS


def _is_list(text: str) -> bool:
    return len(LIST_MARK.findall(text)) > 1


def _asks(piece: str) -> bool:
    words = piece.strip()
    return words.endswith("?") or bool(ASKING.search(words)) or bool(INSIDE.search(words))
