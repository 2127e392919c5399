"""What the bot learns from the knowledge base, as plain JSON: it shares no code with us."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from english.wording import lower_first
from kb.content import Content, PlacedAnswer
from kb.tokens import TOKEN

ROLE_WORDS = {
    "class_teacher": ["class teacher", "teacher", "classroom teacher"],
    "form_tutor": ["form tutor", "tutor"],
    "subject_teacher": ["subject teacher", "subject teachers"],
    "teaching_assistant": [
        "teaching assistant",
        "TA",
        "TAs",
        "LSA",
        "learning support assistant",
    ],
    "senco": [
        "SENCO",
        "SENDCo",
        "senco's",
        "sendco",
        "inclusion manager",
        "special needs coordinator",
    ],
    "assistant_senco": ["assistant SENDCo", "assistant SENCO"],
    "inclusion_lead": [
        "assistant principal inclusion",
        "head of inclusion",
        "inclusion lead",
    ],
    "curriculum_leader": ["curriculum leader", "head of department"],
    "year_learning_manager": ["year learning manager", "head of year"],
    "headteacher": [
        "headteacher",
        "head teacher",
        "headmaster",
        "headmistress",
        "principal",
        "the head",
    ],
    "sen_governor": ["SEN governor", "SEND governor"],
    "governors": ["governors", "governor", "governing body", "board of governors"],
    "education_advisory_board": ["education advisory board", "advisory board", "EAB"],
}
PHASE_WORDS = {
    "early_years": ["nursery", "preschool", "pre-school", "childminder"],
    "primary": ["primary", "primary school", "infants", "juniors"],
    "secondary": ["secondary", "secondary school", "high school"],
    "post16": ["sixth form", "college", "post 16", "post-16"],
}
NEED_WORDS = {
    "autism": ["autism", "autistic", "ASD", "ASC", "aspergers"],
    "adhd": ["ADHD", "ADD"],
    "dyslexia": ["dyslexia", "dyslexic"],
    "dyspraxia": ["dyspraxia", "dyspraxic"],
    "speech_language": [
        "speech delay",
        "speech and language needs",
        "DLD",
        "stammer",
        "non verbal",
        "nonverbal",
    ],
    "hearing": ["deaf", "hearing loss", "hearing impairment", "hearing aids"],
    "vision": ["visual impairment", "blind", "sight loss"],
    "mental_health": ["anxiety", "anxious", "depression", "SEMH"],
    "physical": ["cerebral palsy", "wheelchair", "physical disability"],
    "learning_difficulty": [
        "learning difficulty",
        "learning difficulties",
        "learning disability",
        "down syndrome",
    ],
}


def write_exports(content: Content, answers: list[PlacedAnswer], release: str, folder: Path) -> None:
    """Write `lookups.json` (entities, topics, answer headings) and `safety.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "lookups.json", {"release": release, **_lookups(content, answers)})
    _write(folder / "safety.json", _safety(content))


def _lookups(content: Content, answers: list[PlacedAnswer]) -> dict[str, Any]:
    return {
        "topics": {topic.id: {"part_of": topic.part_of} for topic in content.topics.value.topics},
        "titles": {loaded.value.topic: loaded.value.title for loaded in content.answer_files},
        "answers": [
            {
                "id": placed.id,
                "topic": placed.topic,
                "questions": placed.answer.questions,
                "text": TOKEN.sub("", placed.answer.text),
            }
            for placed in answers
        ],
        "entities": {
            "school": {s.value.id: [s.value.name, *s.value.aliases] for s in content.schools},
            "council": {
                c.value.id: [c.value.name, c.value.short, *c.value.aliases] for c in content.councils
            },
            "place": {c.value.id: c.value.places for c in content.councils},
            "far": content.far_places.value.model_dump(exclude={"postcodes"}),
            "role": _role_words(content),
            "agency": _by_name(agency.name for s in content.schools for agency in s.value.agencies),
            "plan": _by_name(plan.name for s in content.schools for plan in s.value.plans),
            "term": {t.id: [t.term, *t.aliases] for t in content.glossary.value.glossary},
            "phase": PHASE_WORDS,
            "need": NEED_WORDS,
        },
        "postcode_districts": {
            district: council.value.id
            for council in content.councils
            for district in council.value.postcode_districts
        },
        "far_postcodes": {
            area: nation
            for nation, areas in content.far_places.value.postcodes.model_dump().items()
            for area in areas
        },
        "shared_districts": sorted(
            {district for council in content.councils for district in council.value.shared_districts}
        ),
    }


def _role_words(content: Content) -> dict[str, list[str]]:
    words = {role: list(usual) for role, usual in ROLE_WORDS.items()}
    for school in content.schools:
        for person in school.value.people:
            for part in person.title.split("/"):
                if part.strip() not in words[person.role.value]:
                    words[person.role.value].append(part.strip())
    return words


def _by_name(names: Any) -> dict[str, list[str]]:
    return {name: [name, lower_first(name)] for name in dict.fromkeys(names)}


def _safety(content: Content) -> list[dict[str, Any]]:
    return [
        {"id": route.id, "phrases": route.phrases, "unless": route.unless}
        for route in content.safety.value.routes
    ]


def _write(path: Path, data: Any) -> None:
    """Replace the file in one step, so that a reader sees the old or the new one, never half."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
    os.replace(part, path)
