"""Finding the knowledge base's names in text: schools (also misspelt), councils, roles, plans, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import spacy
from rapidfuzz import fuzz
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

DISTRICT = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)(?=\s?\d[a-z]{2}\b|\b)", re.IGNORECASE)
# Places that are everyday words too: believed only after a word of place, or written with a capital.
EVERYDAY = frozenset({"bath", "norton", "hook", "bank top", "cherry tree", "mill hill"})
PLACE_WORDS = frozenset({"in", "near", "from", "at", "around", "live", "living", "outside", "for", "of"})
FUZZY_ENOUGH, FUZZY_MARGIN, SHORTEST_FUZZY = 84, 6, 7
# A run of words is only compared with a school's name if one of its words rings like one of the name's.
RINGS, SHORTEST_RING = 65, 4
# What a place's name is read as when only the meaning of a message counts.
NEUTRAL = {"school": "my school", "council": "my area"}

Entity = dict[str, Any]


class Names:
    """Finds names with spaCy's PhraseMatcher. Values are knowledge-base ids."""

    def __init__(self, lookups: dict[str, Any]) -> None:
        """Take `entities` {kind: {id: [names]}} and `postcode_districts` {district: council}.

        `far_postcodes` {two letters: nation} and `shared_districts` (nobody can place these) may be missing.
        """
        self._language = spacy.blank("en")
        self._districts: dict[str, str] = lookups["postcode_districts"]
        self._far_postcodes: dict[str, str] = lookups.get("far_postcodes", {})
        self._shared = frozenset(lookups.get("shared_districts", []))
        self._schools: dict[str, list[str]] = lookups["entities"]["school"]
        self._matchers: dict[str, PhraseMatcher] = {}
        for kind, values in lookups["entities"].items():
            matcher = PhraseMatcher(self._language.vocab, attr="LOWER")
            for value, phrases in values.items():
                matcher.add(value, [self._language.make_doc(phrase) for phrase in phrases])
            self._matchers[kind] = matcher
        long_names = (
            name for names in self._schools.values() for name in names if len(name) >= SHORTEST_FUZZY
        )
        words = {word for name in long_names for word in name.lower().split() if len(word) >= SHORTEST_RING}
        # Most words are met again and again, so each is compared once.
        self._rings = lru_cache(50_000)(lambda word: any(fuzz.ratio(word, w) >= RINGS for w in words))

    def find(self, text: str) -> list[Entity]:
        """Give the entities of `text`, in order of place, as Rasa wants them."""
        doc = self._language.make_doc(text)
        found = [*self._exact(doc), *self._postcode_districts(text)]
        if not any(entity["entity"] == "school" for entity in found):
            found += self._misspelt_schools(doc)
        schools = [entity for entity in found if entity["entity"] == "school"]
        # "Bawtry" in "Bawtry Mayflower" names the school, not the town.
        found = [
            e
            for e in found
            if e["entity"] not in ("council", "far") or not any(_within(e, s) for s in schools)
        ]
        return sorted(found, key=lambda entity: (entity["start"], entity["entity"]))

    def _exact(self, doc: Doc) -> Iterator[Entity]:
        for kind, matcher in self._matchers.items():
            for span in filter_spans(matcher(doc, as_spans=True)):
                if kind in ("place", "far") and not _meant_as_place(doc, span.start, span.end):
                    continue
                name = "council" if kind == "place" else kind
                yield _entity(name, span.label_, span.start_char, span.end_char)

    def _postcode_districts(self, text: str) -> Iterator[Entity]:
        for match in DISTRICT.finditer(text):
            district = match.group(1).upper()
            if council := self._districts.get(district):
                yield _entity("council", council, *match.span(1))
            elif district not in self._shared and (nation := self._far_postcodes.get(district[:2])):
                yield _entity("far", nation, *match.span(1))

    def _misspelt_schools(self, doc: Doc) -> list[Entity]:
        """Compare runs of words with each school's names; silent unless one school is clearly nearest."""
        best: dict[str, Any] = {}
        rings = [index for index, token in enumerate(doc) if self._rings(token.lower_)]
        for school, names in self._schools.items():
            for name in (name.lower() for name in names if len(name) >= SHORTEST_FUZZY) if rings else ():
                width = len(name.split())
                starts = {start for ring in rings for start in range(ring - width + 1, ring + 1)}
                for start in sorted(start for start in starts if 0 <= start <= len(doc) - width):
                    span = doc[start : start + width]
                    score = fuzz.ratio(span.text.lower(), name, score_cutoff=FUZZY_ENOUGH - FUZZY_MARGIN)
                    if score > best.get(school, (0, None))[0]:
                        best[school] = (score, span)
        ranked = sorted(best.items(), key=lambda item: -item[1][0])
        if not ranked or ranked[0][1][0] < FUZZY_ENOUGH:
            return []
        if len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < FUZZY_MARGIN:
            return []
        school, (score, span) = ranked[0]
        return [_entity("school", school, span.start_char, span.end_char, score / 100)]


def neutral(text: str, entities: list[Entity]) -> str:
    """Give `text` with names of schools and councils replaced, so that naming a place hints at no topic."""
    end = 0
    pieces = []
    for entity in entities:
        if entity["entity"] in NEUTRAL and entity["start"] >= end:
            pieces += [text[end : entity["start"]], NEUTRAL[entity["entity"]]]
            end = entity["end"]
    return "".join([*pieces, text[end:]])


def _within(inner: Entity, outer: Entity) -> bool:
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"]


def _entity(kind: str, value: str, start: int, end: int, confidence: float = 1.0) -> Entity:
    return {
        "entity": kind,
        "value": value,
        "start": start,
        "end": end,
        "confidence_entity": confidence,
        "extractor": "KbEntities",
    }


def _meant_as_place(doc: Doc, start: int, end: int) -> bool:
    words = doc[start:end].text
    if words.lower() not in EVERYDAY:
        return True
    before = doc[start - 1].lower_ if start else ""
    alone = len(doc) == end - start
    return alone or before in PLACE_WORDS or (words[0].isupper() and not words.isupper() and start > 0)
