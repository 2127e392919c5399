"""Which language a parent writes in, if it is surely not English."""

from __future__ import annotations

from languages.latin import latin_language
from languages.scripts import other_script_language


def foreign_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of `text`; None for English and for everything unsure.

    In a message of two languages it is the foreign one if that is at least half of the words. The codes are
    the keys of `languages.replies.REPLIES`. Urdu, Hindi or Punjabi typed in Latin letters give None, since
    we cannot tell which letters their writer reads.
    """
    return other_script_language(text) or latin_language(text)
