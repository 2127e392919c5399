"""YAML files read with their line numbers, so that every mistake can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from kb.problems import Problem

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file. `data` keeps ruamel's positions; `path` is relative to the content's parent."""

    path: Path
    data: Any

    def line(self, *location: str | int) -> int:
        """Give the line (from 1) of the deepest part of `location` that the file holds."""
        node, line = self.data, 1
        for key in location:
            if isinstance(node, CommentedMap) and key in node:
                line = node.lc.key(key)[0] + 1
            elif isinstance(node, CommentedSeq) and isinstance(key, int) and key < len(node):
                line = node.lc.item(key)[0] + 1
            else:
                break
            node = node[key]
        return line

    def problem(self, message: str, *location: str | int) -> Problem:
        """Make a problem that points at `location`, such as `"answers", 2, "duty"`."""
        return Problem(self.path, self.line(*location), message)


def read_yaml(path: Path, root: Path) -> YamlFile | Problem:
    """Read one file; a file that is missing or is not YAML gives a problem, never an exception."""
    shown = path.relative_to(root)
    try:
        data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Problem(shown, 1, "this file is missing; put it back")
    except UnicodeDecodeError:
        return Problem(shown, 1, "this file is not UTF-8 text; save it again as UTF-8")
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Problem(shown, mark.line + 1 if mark else 1, f"not valid YAML: {error.problem}")
    except YAMLError as error:
        return Problem(shown, 1, f"not valid YAML: {error}")
    if not isinstance(data, CommentedMap):
        return Problem(shown, 1, "expected a list of `name: value` lines")
    return YamlFile(shown, data)


def parse(file: YamlFile, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Turn a file into `model`; each thing that does not fit becomes a problem with its line."""
    try:
        return model.model_validate(file.data), []
    except ValidationError as error:
        return None, [
            file.problem(_sentence(item["loc"], item["msg"], item["type"]), *item["loc"])
            for item in error.errors(include_url=False)
        ]


def _sentence(location: Sequence[str | int], message: str, kind: str) -> str:
    name = next((part for part in reversed(location) if isinstance(part, str)), "this file")
    if kind == "missing":
        return f"`{name}` is missing; add it"
    if kind == "extra_forbidden":
        return f"`{name}` is not a name that belongs here; check its spelling"
    return f"`{name}`: {message.removeprefix('Value error, ')}"
