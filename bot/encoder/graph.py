"""The encoder as an ONNX graph: BERT, 6 layers, mean pooling, unit length (Devlin 2019; Reimers 2019).

Besides the last layer, which is the sentence's meaning, it gives pooled lower layers: they keep more of the
wording, which tells neighbouring topics apart.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

LAYERS, HEADS, WIDTH = 6, 12, 384
TOLD_LAYERS = (6, 4, 2, 0)  # 0 is the embedding
HEAD_WIDTH = WIDTH // HEADS
NORM_EPSILON = 1e-12
OPSET = 17
IR_VERSION = 9


class GraphBuilder:
    """Collects nodes and constants; every method gives the name of the tensor it makes."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add one operator with a single output."""
        output = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
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

    def linear(self, x: str, name: str) -> str:
        """x W^T + b with the weights called `name`."""
        turned = self.constant(f"{name}.turned", self.weights[f"{name}.weight"].T)
        return self.op("Add", self.op("MatMul", x, turned), self.weight(f"{name}.bias"))

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation over the last axis."""
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=NORM_EPSILON)


def build_graph(weights_file: Path) -> onnx.ModelProto:
    """Make the model: `input_ids`, `attention_mask` int64 [batch, length]; out: `vectors` [batch, 1536]."""
    g = GraphBuilder(load_file(str(weights_file)))
    mask = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    hidden = g.norm(_embeddings(g), "embeddings.LayerNorm")
    absent = g.op("Sub", g.number(1.0), g.op("Unsqueeze", mask, g.ints(1, 2)))
    bias = g.op("Mul", absent, g.number(-10000.0))
    states = [hidden]
    for layer in range(LAYERS):
        states.append(_layer(g, states[-1], bias, f"encoder.layer.{layer}"))
    blocks = [_pool(g, states[layer], mask) for layer in TOLD_LAYERS]
    g.nodes.append(helper.make_node("Concat", blocks, ["vectors"], axis=1))
    whole = [
        helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"])
        for n in ("input_ids", "attention_mask")
    ]
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", WIDTH * len(TOLD_LAYERS)])
    graph = helper.make_graph(g.nodes, "all-MiniLM-L6-v2", whole, [vectors], list(g.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    onnx.checker.check_model(model)
    return model


def _embeddings(g: GraphBuilder) -> str:
    words = g.op("Gather", g.weight("embeddings.word_embeddings.weight"), "input_ids", axis=0)
    # One kind of segment only, so its embedding is added to the positions once. Slice, not
    # Gather(Range): onnxruntime 1.23 fuses the latter into a wrong embedding node.
    places = (
        g.weights["embeddings.position_embeddings.weight"]
        + g.weights["embeddings.token_type_embeddings.weight"][0]
    )
    length = g.op("Slice", g.op("Shape", "input_ids"), g.ints(1), g.ints(2))
    positions = g.op("Slice", g.constant("places", places), g.ints(0), length, g.ints(0))
    return g.op("Add", words, positions)


def _layer(g: GraphBuilder, hidden: str, bias: str, name: str) -> str:
    def heads(part: str, order: list[int]) -> str:
        flat = g.linear(hidden, f"{name}.attention.self.{part}")
        split = g.op("Reshape", flat, g.ints(0, 0, HEADS, HEAD_WIDTH))
        return g.op("Transpose", split, perm=order)

    query, key, value = (
        heads("query", [0, 2, 1, 3]),
        heads("key", [0, 2, 3, 1]),
        heads("value", [0, 2, 1, 3]),
    )
    scores = g.op("Mul", g.op("MatMul", query, key), g.number(HEAD_WIDTH**-0.5))
    attention = g.op("Softmax", g.op("Add", scores, bias), axis=-1)
    mixed = g.op("Transpose", g.op("MatMul", attention, value), perm=[0, 2, 1, 3])
    joined = g.op("Reshape", mixed, g.ints(0, 0, WIDTH))
    attended = g.op("Add", g.linear(joined, f"{name}.attention.output.dense"), hidden)
    hidden = g.norm(attended, f"{name}.attention.output.LayerNorm")
    wide = _gelu(g, g.linear(hidden, f"{name}.intermediate.dense"))
    return g.norm(
        g.op("Add", g.linear(wide, f"{name}.output.dense"), hidden),
        f"{name}.output.LayerNorm",
    )


def _gelu(g: GraphBuilder, x: str) -> str:
    bell = g.op("Erf", g.op("Mul", x, g.number(2**-0.5)))
    return g.op("Mul", g.op("Mul", x, g.number(0.5)), g.op("Add", bell, g.number(1.0)))


def _pool(g: GraphBuilder, hidden: str, mask: str) -> str:
    weights = g.op("Unsqueeze", mask, g.ints(2))
    total = g.op("ReduceSum", g.op("Mul", hidden, weights), g.ints(1), keepdims=0)
    mean = g.op("Div", total, g.op("ReduceSum", weights, g.ints(1), keepdims=0))
    length = g.op("ReduceL2", mean, axes=[1], keepdims=1)
    return g.op("Div", mean, length)
