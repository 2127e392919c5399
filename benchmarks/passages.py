"""Fixed wording taken out of where it lives: pages, Python, YAML and the widget's list of words."""

from __future__ import annotations

import ast
import json
import re
from html.parser import HTMLParser
from pathlib import Path

from ruamel.yaml import YAML

INLINE = {"a", "strong", "em", "code", "span", "b", "i"}
UNSEEN = {"script", "style", "head", "textarea", "option"}
JS_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
JS_JOIN = re.compile(r'"\s*\+\s*"')
SAID = re.compile(r"[A-Z].*[.?!:]", re.DOTALL)


class _Page(HTMLParser):
    """Collects what is seen in main, a passage for each block. Every page has the same foot: not read."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[str] = []
        self._words: list[str] = []
        self._unseen = 0
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a block."""
        self._unseen += tag in UNSEEN
        self._inside |= tag == "main"
        if tag not in INLINE:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag not in INLINE:
            self._end()
        self._unseen -= tag in UNSEEN
        self._inside &= tag != "main"

    def handle_data(self, data: str) -> None:
        """Keep words that are seen."""
        if self._inside and not self._unseen:
            self._words.append(data)

    def _end(self) -> None:
        passage = " ".join("".join(self._words).split())
        self._words = []
        if passage:
            self.passages.append(passage)


def of_page(html: str) -> list[str]:
    """Give the blocks of a page's main part, in order."""
    page = _Page()
    page.feed(html)
    return page.passages


def of_python(path: Path) -> list[str]:
    """Give the sentences that code says: texts with a capital first and a stop last; docstrings are none.

    What is filled in later stands as "it".
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = [_text(node) for node in ast.walk(tree) if id(node) not in parts | docs]
    return [line for text in found if SAID.fullmatch(text) for line in text.splitlines() if line.strip()]


def of_responses(path: Path) -> list[str]:
    """Give the texts and button titles of a file of Rasa responses."""
    variants = [one for response in YAML(typ="safe").load(path).values() for one in response]
    titles = [button["title"] for one in variants for button in one.get("buttons") or []]
    return [*(one["text"] for one in variants), *titles]


def of_words_js(path: Path) -> list[str]:
    """Give the texts of `export const WORDS = {...}`. Raises ValueError if there are none."""
    body = path.read_text(encoding="utf-8").partition("WORDS = {")[2]
    found = [json.loads(match.group()) for match in JS_STRING.finditer(JS_JOIN.sub("", body))]
    if not found:
        raise ValueError(f"{path} has no words")
    return found


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "it" for part in node.values)
    return ""
