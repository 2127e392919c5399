"""Writing an ONNX graph down, one operator after another."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import helper, numpy_helper

NORM_EPSILON = 1e-5


class GraphBuilder:
    """Collects nodes and constants; every method gives the name of the tensor it makes."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add one operator with a single output."""
        output = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add a constant once; a second call with the same name gives the first."""
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def number(self, value: float) -> str:
        """Add a scalar."""
        return self.constant(f"number_{value}", np.array(value, dtype=np.float32))

    def ints(self, *values: int) -> str:
        """Add a list of whole numbers (shapes, axes)."""
        return self.constant("ints_" + "_".join(map(str, values)), np.array(values, dtype=np.int64))

    def weight(self, name: str) -> str:
        """Add a weight of the model as it is."""
        return self.constant(name, self.weights[name])

    def product(self, x: str, name: str, weight: np.ndarray) -> str:
        """x W^T."""
        return self.op("MatMul", x, self.constant(f"{name}.turned", weight.T))

    def linear_of(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x W^T + b."""
        return self.op("Add", self.product(x, name, weight), self.constant(f"{name}.bias", bias))

    def linear(self, x: str, name: str) -> str:
        """x W^T + b with the weights called `name`."""
        return self.linear_of(x, name, *self.of_layer(name))

    def of_layer(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Give the weight [out, in] and the bias [out] called `name`."""
        return self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]

    def split(self, x: str, parts: int) -> list[str]:
        """Cut the last axis into equal parts."""
        outputs = [f"t{len(self.nodes)}_{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [x], outputs, axis=-1, num_outputs=parts))
        return outputs

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation over the last axis."""
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=NORM_EPSILON)
