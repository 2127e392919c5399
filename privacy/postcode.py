"""Full UK postcodes, reduced to their district: BA1 stays, the rest goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.found import POSTCODE, Found

_AREAS = re.findall(
    r"\w+",
    """
    AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E
    EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS
    LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR
    SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """,
)
_TWO_LETTERS = "|".join(area for area in _AREAS if len(area) == 2)
_ONE_LETTER = "".join(area for area in _AREAS if len(area) == 1)
_DISTRICT = (
    rf"(?:[{_ONE_LETTER}](?:\d\d?|\d[A-HJKPSTUW])|(?:{_TWO_LETTERS})(?:\d\d?|\d[ABEHMNPRVWXY])|GIR(?= ?0AA))"
)
_UNIT = r"\d[ABD-HJLNP-UW-Z]{2}"
_POSTCODE = re.compile(
    rf"(?<![A-Z0-9])(?P<district>{_DISTRICT})(?: {{0,3}}| ?- ?)(?P<unit>{_UNIT})(?![A-Z0-9])", re.I | re.A
)
_SPACED = re.compile(
    rf"(?<![A-Za-z0-9])(?P<district>(?:{_TWO_LETTERS}) ?\d\d?) (?P<unit>\d ?[ABD-HJLNP-UW-Z]{{2}})"
    r"(?![A-Za-z0-9])",
    re.A,
)
"""Spaces in other places, only in capitals and with two letters in front: "BA 1 1JG", "BA1 1 JG"."""
_WORDS = re.compile(r"1st|2nd|3rd|\dth|2be|\dus|4eva|\d(?:hr|yr|ft|lb|gb)")


def postcodes(text: str) -> Iterator[Found]:
    """Find full postcodes in folded `text`; what is replaced begins after the district."""
    for pattern in (_POSTCODE, _SPACED):
        for match in pattern.finditer(text):
            if not _is_words(match["district"], match["unit"]):
                yield Found(match.end("district"), match.end(), POSTCODE, lead=" ")


def _is_words(district: str, unit: str) -> bool:
    """Tell "section E1 2nd draft" from a postcode: one letter in front, a word in small letters behind."""
    return not district[1].isalpha() and _WORDS.fullmatch(unit) is not None
