"""The content folder, read whole: every file parsed, or every problem found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from kb.problems import ContentError, Problem
from kb.schema.answers import Answer, AnswerFile, Topics
from kb.schema.law import Law, LawRule, Source, Sources
from kb.schema.meeting import Meetings
from kb.schema.places import Contacts, Council, FarPlaces, Ladders, School
from kb.schema.words import Claims, Glossary, NotSpoken, Rulings, Safety
from kb.yaml_source import YamlFile, parse, read_yaml

Model = TypeVar("Model", bound=BaseModel)
Part = TypeVar("Part", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A parsed file together with its text positions."""

    value: Model
    file: YamlFile


@dataclass(frozen=True)
class Placed(Generic[Part]):
    """A part of a file, and where in the content it was written."""

    value: Part
    file: YamlFile
    location: tuple[str | int, ...]


@dataclass(frozen=True)
class PlacedAnswer:
    """An answer, its topic, and where in the content it was written."""

    topic: str
    answer: Answer
    file: YamlFile
    location: tuple[str | int, ...]
    derived: bool = False

    @property
    def id(self) -> str:
        """`topic/answer`, unique over the knowledge base."""
        return f"{self.topic}/{self.answer.id}"


@dataclass(frozen=True)
class Content:
    """Everything people wrote."""

    topics: Loaded[Topics]
    contacts: Loaded[Contacts]
    ladders: Loaded[Ladders]
    far_places: Loaded[FarPlaces]
    glossary: Loaded[Glossary]
    claims: Loaded[Claims]
    rulings: Loaded[Rulings]
    not_spoken: Loaded[NotSpoken]
    safety: Loaded[Safety]
    meeting: Loaded[Meetings]
    source_files: list[Loaded[Sources]]
    law_files: list[Loaded[Law]]
    answer_files: list[Loaded[AnswerFile]]
    schools: list[Loaded[School]]
    councils: list[Loaded[Council]]

    def written_answers(self) -> Iterator[PlacedAnswer]:
        """Give each answer of `topics/`, in file order."""
        for loaded in self.answer_files:
            for index, answer in enumerate(loaded.value.answers):
                yield PlacedAnswer(loaded.value.topic, answer, loaded.file, ("answers", index))

    def reference_ids(self) -> set[str]:
        """Give the ids that `sources:` may name: documents and rules."""
        return {placed.value.id for placed in self.documents()} | {placed.value.id for placed in self.rules()}

    def documents(self) -> Iterator[Placed[Source]]:
        """Give each document of `sources/`."""
        for loaded in self.source_files:
            for index, source in enumerate(loaded.value.sources):
                yield Placed(source, loaded.file, ("sources", index))

    def rules(self) -> Iterator[Placed[LawRule]]:
        """Give each rule of `law/`."""
        for loaded in self.law_files:
            for index, rule in enumerate(loaded.value.law):
                yield Placed(rule, loaded.file, ("law", index))


class UnreadFiles(ContentError):
    """Some files of a folder have the wrong shape; `rest` is what could be read."""

    def __init__(self, problems: list[Problem], rest: Content) -> None:
        super().__init__(problems)
        self.rest = rest


@dataclass
class _Reader:
    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def one(self, name: str, model: type[Model]) -> Loaded[Model] | None:
        file = read_yaml(self.folder / name, self.folder.parent)
        if isinstance(file, Problem):
            self.problems.append(file)
            return None
        value, problems = parse(file, model)
        self.problems += problems
        return Loaded(value, file) if value is not None else None

    def many(self, name: str, model: type[Model]) -> list[Loaded[Model]]:
        paths = sorted((self.folder / name).glob("*.yml"))
        found = (self.one(f"{name}/{path.name}", model) for path in paths)
        return [loaded for loaded in found if loaded is not None]


def read_content(folder: Path) -> Content:
    """Read the content folder.

    Raises ContentError with every file that is missing, is not YAML or has the wrong shape.
    """
    reader = _Reader(folder)
    parts = {
        "topics": reader.one("topics.yml", Topics),
        "contacts": reader.one("contacts.yml", Contacts),
        "ladders": reader.one("ladders.yml", Ladders),
        "far_places": reader.one("far_places.yml", FarPlaces),
        "glossary": reader.one("glossary.yml", Glossary),
        "claims": reader.one("claims.yml", Claims),
        "rulings": reader.one("rulings.yml", Rulings),
        "not_spoken": reader.one("not_spoken.yml", NotSpoken),
        "safety": reader.one("safety.yml", Safety),
        "meeting": reader.one("meeting.yml", Meetings),
    }
    folders = {
        "source_files": reader.many("sources", Sources),
        "law_files": reader.many("law", Law),
        "answer_files": reader.many("topics", AnswerFile),
        "schools": reader.many("schools", School),
        "councils": reader.many("councils", Council),
    }
    if None in parts.values():
        raise ContentError(reader.problems)
    content = Content(**parts, **folders)  # type: ignore[arg-type]
    if reader.problems:
        raise UnreadFiles(reader.problems, content)
    return content
