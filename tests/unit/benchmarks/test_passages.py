"""What parents read is found, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.passages import of_page, of_python, of_responses, of_words_js


def test_a_page_gives_each_block_of_its_main_part() -> None:
    html = """<head><title>No</title></head><body><header><p>No</p></header><main><h1>A head</h1>
    <p>One <a href="/x">link &amp;</a>\n more.</p><ul><li>First</li><li>Second</li></ul>
    <select><option>No</option></select><textarea>No</textarea><button>Send</button></main>
    <footer><p>No</p></footer></body>"""
    assert of_page(html) == ["A head", "One link & more.", "First", "Second", "Send"]


def test_code_gives_the_sentences_it_says(tmp_path: Path) -> None:
    file = tmp_path / "said.py"
    file.write_text(
        '"""No, a docstring."""\nKEY = "not this"\nSAID = "Ask the school."\n'
        'def f(name):\n    """No."""\n    return f"Ask {name} first.\\n\\nThen wait."\n'
    )
    assert of_python(file) == ["Ask the school.", "Ask it first.", "Then wait."]


def test_responses_give_texts_and_buttons(tmp_path: Path) -> None:
    file = tmp_path / "responses.yml"
    file.write_text("utter_x:\n  - text: Hello.\n    buttons:\n      - title: Go\n        payload: /no\n")
    assert of_responses(file) == ["Hello.", "Go"]


def test_the_widgets_words_are_read_in_whole(tmp_path: Path) -> None:
    file = tmp_path / "words.js"
    file.write_text(
        '/** "No". */\nexport const WORDS = {\n  a: "One \\"x\\"",\n  b: "two "\n    + "three",\n};\n'
    )
    assert of_words_js(file) == ['One "x"', "two three"]


@pytest.mark.parametrize("text", ["", "export const WORDS = {};", 'const OTHER = {a: "b"};'])
def test_a_file_without_words_is_a_mistake(tmp_path: Path, text: str) -> None:
    file = tmp_path / "words.js"
    file.write_text(text)
    with pytest.raises(ValueError, match="has no words"):
        of_words_js(file)
