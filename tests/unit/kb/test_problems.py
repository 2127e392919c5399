"""How mistakes are told to an editor."""

from __future__ import annotations

from pathlib import Path

from kb.problems import ContentError, Problem


def test_a_problem_reads_as_file_line_and_what_to_do() -> None:
    assert str(Problem(Path("content/law.yml"), 7, "mend it")) == "content/law.yml:7: mend it"


def test_an_error_lists_each_mistake_once_in_file_and_line_order() -> None:
    late, early = Problem(Path("b.yml"), 2, "x"), Problem(Path("a.yml"), 10, "x")
    error = ContentError([late, early, late, Problem(Path("b.yml"), 1, "y")])
    assert [(str(p.file), p.line) for p in error.problems] == [("a.yml", 10), ("b.yml", 1), ("b.yml", 2)]
    assert "3 mistakes in the content" in str(error)


def test_one_mistake_is_singular() -> None:
    assert "1 mistake in the content" in str(ContentError([Problem(Path("a.yml"), 1, "x")]))
