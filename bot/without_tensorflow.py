"""Rasa without TensorFlow: half the time to start and 400 MB less, for a pipeline that uses none of it.

Rasa imports TensorFlow with its own neural components (DIET, TED) whether a pipeline names them or not.
`leave_out` puts a stand-in in its place: importing it works, and so does deriving a class from what is in it,
which is all that Rasa's import asks for. A component that would use it says so at once (docs/adr/0019).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn

LEFT_OUT = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")
ADVICE = (
    "This component needs TensorFlow, which `python -m bot` leaves out: "
    "use another in config.yml, or run Rasa with `python -m rasa`."
)


class _AnyName(type):
    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _StandIn


class _StandIn(metaclass=_AnyName):
    """Anything of TensorFlow's: a base class or a type in an annotation, of no use otherwise."""

    def __new__(cls, *_: Any, **__: Any) -> NoReturn:  # type: ignore[misc]
        raise RuntimeError(ADVICE)

    def __class_getitem__(cls, _: Any) -> type:
        return cls


class _StandInModule(ModuleType):
    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _StandIn


class _StandInFinder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Claim the packages left out, and all that is in them."""
        left_out = fullname.partition(".")[0] in LEFT_OUT
        return ModuleSpec(fullname, self, is_package=True) if left_out else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Give an empty module in which every name is found."""
        return _StandInModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def leave_out() -> None:
    """Put the stand-in in TensorFlow's place, before Rasa is imported. Raises RuntimeError if too late."""
    if "tensorflow" in sys.modules:
        raise RuntimeError("TensorFlow is imported already: leave it out before anything imports Rasa.")
    sys.meta_path.insert(0, _StandInFinder())
