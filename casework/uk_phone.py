"""What is wrong with a phone number as a parent typed it, said so that they can put it right.

Rules of the UK's National Telephone Numbering Plan (Ofcom), as far as lengths and first digits go.
"""

from __future__ import annotations

import re

USUAL_DIGITS = 11
EXTENSION = re.compile(r"[\s,;]{0,9}(?:ext(?:ension|n)?\.?|x)\s*:?\s*\d{1,6}\s*$", re.IGNORECASE)
SEPARATORS = re.compile(r"[\s().\-\u2010-\u2015/]+")
MOBILE = re.compile(r"07[1-57-9]\d{8}")  # 070 and 076 are personal numbers and pagers
STARTS = ("01", "02", "03", "05", "07", "08")
# Areas in which some numbers have ten digits.
SHORT_AREAS = re.compile(
    r"012(04|08|54|76|97|98)|013(63|64|84|86)|014(04|20|60|61|80|88)|015(24|27|62)|016(06|29|35|47|59|95|97)"
    r"|017(26|44|50|68)|018(27|37|84)|019(00|05|35|46|49|63|95)"
)


def phone_problem(typed: str) -> str | None:
    """Say what to change in a phone number, or None. Spaces, +44 and an extension are fine."""
    number = _national(typed)
    if number.startswith("+"):
        return "This looks like a number from outside the UK. Please give a UK number, or choose e-mail."
    if not number.isdecimal() or not number.isascii():
        return "Please write the phone number with digits only."
    if len(number) == USUAL_DIGITS - 1 and not number.startswith("0"):
        return "This number does not start with 0. UK numbers do. Please check it."
    if len(number) != USUAL_DIGITS and not _is_short(number):
        digits = f"{len(number)} digit{'s' * (len(number) != 1)}"
        area = " Did you leave out the area code?" if len(number) < 9 else ""
        return f"This number has {digits}; a UK number has {USUAL_DIGITS}.{area} Please check it."
    if not number.startswith(STARTS):
        return f"No phone number like this starts with {number[:2]}. Please check it."
    return None


def is_mobile(typed: str) -> bool:
    """Tell whether a text can reach the number."""
    return bool(MOBILE.fullmatch(_national(typed)))


def _national(typed: str) -> str:
    """Give the digits with the leading 0; a foreign number keeps its +, anything odd stays to be seen."""
    number = SEPARATORS.sub("", EXTENSION.sub("", typed))
    number = re.sub(r"^00", "+", number)
    return re.sub(r"^\+440?", "0", number)


def _is_short(number: str) -> bool:
    return len(number) == USUAL_DIGITS - 1 and bool(SHORT_AREAS.match(number))
