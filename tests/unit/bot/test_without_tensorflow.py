from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import without_tensorflow

ROOT = Path(__file__).resolve().parents[3]
START = "import sys; from bot.without_tensorflow import leave_out; leave_out(); "


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process that has imported nothing yet."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", START + code], cwd=ROOT, capture_output=True, text=True
    )


def test_all_of_rasa_is_imported_and_nothing_of_tensorflow() -> None:
    done = run(
        "import rasa.__main__, rasa.core.run, rasa.engine.recipes.default_components; "
        "print([name for name, module in sys.modules.items() "
        "if name.split('.')[0] in ('tensorflow', 'keras') and getattr(module, '__file__', None)])"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_a_component_that_needs_tensorflow_says_so() -> None:
    done = run(
        "from rasa.utils.tensorflow.models import TransformerRasaModel; "
        "import tensorflow as tf; tf.keras.layers.Dense(3)"
    )
    assert "This component needs TensorFlow" in done.stderr


def test_the_command_line_is_rasas() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", "--version"], cwd=ROOT, capture_output=True, text=True
    )
    assert "Rasa Version" in done.stdout


def test_leaving_it_out_too_late_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tensorflow", sys)
    with pytest.raises(RuntimeError, match="already"):
        without_tensorflow.leave_out()
