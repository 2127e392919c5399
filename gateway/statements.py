"""What the accessibility, privacy and about pages state, gathered from what the code itself uses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from deadlines.left import HAND_OVER_DAYS
from english.wording import spoken_date
from gateway.page import COOKIE
from gateway.settings import Settings
from gateway.words import LONGEST
from kb import queries
from kb.size import Size, size
from languages.replies import replies
from privacy.found import KINDS

LINKS = [
    {"title": "Accessibility", "href": "/accessibility"},
    {"title": "Privacy", "href": "/privacy"},
    {"title": "What this assistant can and cannot do", "href": "/about"},
]
# The accessibility statement's own dates: the law asks for both; they change when a person has looked.
PREPARED_ON = date(2026, 11, 28)
REVIEWED_ON = date(2026, 11, 28)
TAB_KEY = "signpost"
# The tokens' short names, as a parent would say them.
SPOKEN_KINDS = {
    "phone": "phone numbers",
    "e-mail": "e-mail addresses",
    "postcode": "full postcodes",
    "NHS number": "NHS numbers",
    "UPN": "pupil numbers (UPN)",
    "date of birth": "dates of birth",
}


@dataclass(frozen=True)
class Facts:
    """What this copy is set to do; `kinds` and `languages` in words. `operator` is empty in a trial copy."""

    operator: str
    contact: str
    retention_days: int
    rate_conversation: int
    rate_address: int
    secure_cookies: bool
    cookie: str
    tab_key: str
    longest: int
    hand_over_days: int
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    unchecked_languages: tuple[str, ...]
    prepared_on: str
    reviewed_on: str

    @property
    def runner(self) -> str:
        """Name who answers for this copy, for the middle of a sentence."""
        return self.operator or "the organisation that runs this"


@dataclass(frozen=True)
class Known:
    """What the knowledge base in use covers: full names of councils and schools, and how many answers."""

    councils: tuple[str, ...]
    schools: tuple[str, ...]
    size: Size

    @property
    def checked(self) -> tuple[str, str]:
        """Give the oldest and the newest day of a check, in words; empty where there is no answer."""
        days = (self.size.oldest_check, self.size.newest_check)
        return spoken_date(days[0]) if days[0] else "", spoken_date(days[1]) if days[1] else ""


def facts(settings: Settings) -> Facts:
    """Gather what the settings and the code decide."""
    spoken = replies().values()
    return Facts(
        operator=settings.operator,
        contact=settings.contact,
        retention_days=settings.retention_days,
        rate_conversation=settings.rate_conversation,
        rate_address=settings.rate_address,
        secure_cookies=settings.secure_cookies,
        cookie=COOKIE,
        tab_key=TAB_KEY,
        longest=LONGEST,
        hand_over_days=HAND_OVER_DAYS,
        kinds=tuple(SPOKEN_KINDS[kind] for kind in KINDS),
        languages=tuple(sorted(reply.english_name for reply in spoken)),
        unchecked_languages=tuple(sorted(reply.english_name for reply in spoken if not reply.checked)),
        prepared_on=spoken_date(PREPARED_ON),
        reviewed_on=spoken_date(REVIEWED_ON),
    )


def known(session: Session) -> Known:
    """Gather what the knowledge base covers."""
    councils = (queries.council(session, council_id) for council_id, _ in queries.council_names(session))
    return Known(
        councils=tuple(council.name for council in councils if council),
        schools=tuple(name for _, name in queries.school_names(session)),
        size=size(session),
    )
