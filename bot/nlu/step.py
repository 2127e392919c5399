"""What the steps share: how Rasa makes them, and how those that learn come back from the archive."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

AnyStep = TypeVar("AnyStep", bound="Step")


class Step(GraphComponent):
    """A step that is its config and nothing else."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls: type[AnyStep],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnyStep:
        """Creates a new component (see parent class for full docstring)."""
        return cls(config)


AnyLearner = TypeVar("AnyLearner", bound="LearningStep")


class LearningStep(GraphComponent):
    """A step that writes what it learnt into its folder of the model archive; `read` takes it from there."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource

    @classmethod
    def create(
        cls: type[AnyLearner],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnyLearner:
        """Creates a new untrained component (see parent class for full docstring)."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[AnyLearner],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> AnyLearner:
        """Loads what was learnt (see parent class for full docstring)."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component.read(folder)
        return component

    @abstractmethod
    def read(self, folder: Path) -> None:
        """Take from `folder` what `train` wrote there."""
