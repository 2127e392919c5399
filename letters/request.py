"""The letter that asks a council for an EHC needs assessment.

Whatever is left empty becomes a gap in square brackets, so that nothing is lost and nothing is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from english.wording import spoken_date
from letters.letter import Letter, Paragraph
from letters.voices import OWN, VOICES, Voice

Who = Literal["parent", "young_person", "school", "other"]
# The four broad areas of need of the SEND Code of Practice, paragraphs 6.28 to 6.35.
AREAS = {
    "communication": "communication and interaction",
    "cognition": "cognition and learning",
    "emotional": "social, emotional and mental health",
    "sensory": "sensory and/or physical needs",
}


@dataclass(frozen=True)
class Request:
    """What the letter is made of; any text may be empty.

    The child's fields also hold a young person's own. `council_address` may hold line breaks; `needs` are ids
    of `AREAS`. `hard`, `tried`, `why` and `evidence` are the writer's own words.
    """

    dated: date
    who: Who = "parent"
    writer: str = ""
    address: str = ""
    contact: str = ""
    child: str = ""
    birth: date | None = None
    school: str = ""
    council: str = ""
    council_address: str = ""
    needs: tuple[str, ...] = ()
    hard: str = ""
    tried: str = ""
    why: str = ""
    evidence: str = ""


def letter(request: Request) -> Letter:
    """Write the letter. Raises KeyError for a need that is not in `AREAS`."""
    voice = VOICES[request.who]
    return Letter(
        voice.about,
        request.dated,
        (
            *_top(request, voice),
            *_case(request, voice),
            *_own_words(request),
            Paragraph("What I am asking for", "heading"),
            *(Paragraph(ask) for ask in voice.asks),
            Paragraph("Yours faithfully"),
            Paragraph(_writer(request)),
        ),
    )


def _top(request: Request, voice: Voice) -> list[Paragraph]:
    about_whom = (
        f"Name: {_name(request, voice)}\n"
        f"Date of birth: {spoken_date(request.birth) if request.birth else voice.birth_gap}\n"
        f"School, nursery or college: {request.school or voice.school_gap}"
    )
    return [
        Paragraph(
            f"{_writer(request)}\n{request.address or '[your address]'}\n"
            f"{request.contact or '[your phone number or e-mail]'}"
        ),
        Paragraph(spoken_date(request.dated)),
        Paragraph(_council(request)),
        Paragraph("To the SEND team"),
        Paragraph(voice.about, "title"),
        Paragraph(about_whom),
    ]


def _case(request: Request, voice: Voice) -> list[Paragraph]:
    named = {"name": _name(request, voice), "school": request.school or voice.school_gap}
    areas = [AREAS[need] for need in request.needs] or ["[the areas of need, if you know them]"]
    return [
        *(Paragraph(sentence.format(**named)) for sentence in voice.opening),
        Paragraph(voice.test.format(**named)),
        Paragraph("Areas of need (SEND Code of Practice, chapter 6):"),
        *(Paragraph(area, "bullet") for area in areas),
    ]


def _own_words(request: Request) -> list[Paragraph]:
    sections = (
        ("What is hard", request.hard, "[what is hard at home, at school or anywhere else, with examples]"),
        ("What has been tried", request.tried, "[what help has been tried, and what came of it]"),
        ("Why an EHC plan may be needed", request.why, "[why more help may be needed than there is now]"),
        ("Papers with this letter", request.evidence, "[a list of the papers you send, or: none]"),
    )
    return [
        paragraph
        for title, words, gap in sections
        for paragraph in (Paragraph(title, "heading"), Paragraph(words or gap))
    ]


def _writer(request: Request) -> str:
    """A young person may have put their name in either place."""
    own = request.child if request.who == "young_person" else ""
    return request.writer or own or OWN


def _name(request: Request, voice: Voice) -> str:
    own = request.writer if request.who == "young_person" else ""
    return request.child or own or voice.name_gap


def _council(request: Request) -> str:
    """An address without a name is taken to begin with the name."""
    if request.council_address:
        return "\n".join(part for part in (request.council, request.council_address) if part)
    return f"{request.council or '[the name of your council]'}\n[the address of its SEND team]"
