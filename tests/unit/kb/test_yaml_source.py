"""Reading YAML: every way a file can be broken becomes a problem with a line, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from kb.problems import Problem
from kb.yaml_source import YamlFile, parse, read_yaml


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    size: int = 1


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    rows: list[Row] = []


def read(tmp_path: Path, text: str | bytes) -> YamlFile | Problem:
    path = tmp_path / "content" / "table.yml"
    path.parent.mkdir()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "expected a list of `name: value` lines"),
        ("# only a comment\n", 1, "expected a list"),
        ("- a\n- b\n", 1, "expected a list"),
        ("just words\n", 1, "expected a list"),
        ("title: a\nrows:\n  - name: 'open\n", 4, "not valid YAML"),
        ("title: a\nother: b: c\n", 2, "not valid YAML"),
        ("title: a\n\trows: []\n", 2, "not valid YAML"),
        ("title: a\nrows: []\ntitle: b\n", 3, "duplicate key"),
        ("title: a\nrows: [1, 2\n", 3, "not valid YAML"),
        ("title: {{token}} text\n", 1, "not valid YAML"),
        ("title: a\x00b\n", 1, "not valid YAML"),
        (b"title: caf\xe9\n", 1, "not UTF-8"),
    ],
)
def test_a_broken_file_gives_one_problem_with_its_line(
    tmp_path: Path, text: str | bytes, line: int, says: str
) -> None:
    problem = read(tmp_path, text)
    assert isinstance(problem, Problem)
    assert (problem.file, problem.line) == (Path("content/table.yml"), line)
    assert says in problem.message


def test_a_missing_file_is_a_problem_that_says_so(tmp_path: Path) -> None:
    problem = read_yaml(tmp_path / "content" / "gone.yml", tmp_path)
    assert problem == Problem(Path("content/gone.yml"), 1, "this file is missing; put it back")


GOOD = """\
# a comment
title: Things

rows:
  - name: one
    size: 1

  - {name: two, size: 2}
  - name: three
    size: 3
"""


@pytest.mark.parametrize(
    ("location", "line"),
    [
        ((), 1),
        (("title",), 2),
        (("rows",), 4),
        (("rows", 0), 5),
        (("rows", 0, "size"), 6),
        (("rows", 1, "size"), 8),
        (("rows", 2), 9),
        (("rows", 2, "size"), 10),
        (("rows", 2, "colour"), 9),
        (("rows", 9), 4),
        (("rows", "name"), 4),
        (("rows", 0, "name", "deeper"), 5),
        (("nothing", "here"), 1),
    ],
)
def test_a_line_is_that_of_the_deepest_part_that_is_there(
    tmp_path: Path, location: tuple[str | int, ...], line: int
) -> None:
    file = read(tmp_path, GOOD)
    assert isinstance(file, YamlFile)
    assert file.line(*location) == line


def test_a_good_file_becomes_the_model(tmp_path: Path) -> None:
    file = read(tmp_path, GOOD)
    assert isinstance(file, YamlFile)
    table, problems = parse(file, Table)
    assert problems == []
    assert table is not None
    assert [(row.name, row.size) for row in table.rows] == [("one", 1), ("two", 2), ("three", 3)]


def test_every_thing_that_does_not_fit_is_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        "titel: Things\n"
        "rows:\n"
        "  - name: one\n"
        "    size: big\n"
        "  - size: 2\n"
        "  - just text\n"
        "  - name: four\n"
        "    colour: red\n",
    )
    assert isinstance(file, YamlFile)
    table, problems = parse(file, Table)
    assert table is None
    told = {(problem.line, problem.message.split(";")[0]) for problem in problems}
    assert (1, "`title` is missing") in told
    assert (1, "`titel` is not a name that belongs here") in told
    assert (5, "`name` is missing") in told
    assert (8, "`colour` is not a name that belongs here") in told
    assert {line for line, message in told if message.startswith("`size`")} == {4}
    assert {line for line, message in told if message.startswith("`rows`")} == {6}
    assert len(told) == 6
