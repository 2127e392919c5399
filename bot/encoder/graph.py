"""The encoder as an ONNX graph: MPNet, 12 layers, mean pooling, unit length (Song 2020; Reimers 2019).

Besides the last layer, which is the sentence's meaning, it gives a pooled lower layer: that keeps more of the
wording, which tells neighbouring topics apart.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

LAYERS, HEADS, WIDTH = 12, 12, 768
TOLD_LAYERS = (12, 8)  # the embedding is 0
HEAD_WIDTH = WIDTH // HEADS
MAX_TOKENS = 256
FIRST_PLACE = 2  # places 0 and 1 are kept for padding
NEARNESS, FARTHEST = (
    32,
    128,
)  # kinds of distance between two words, and the distance from which all are one kind
NORM_EPSILON = 1e-5
# Where a few activations are so large that rounding them to a byte would drown the others (measured: the mean
# cosine to the exact vectors is 0.90 when these are rounded, 0.99 when not).
OUTLIER_LAYERS = (6, 7, 8, 9, 10)
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

    def linear(self, x: str, name: str) -> str:
        """x W^T + b with the weights called `name`."""
        turned = self.constant(f"{name}.turned", self.weights[f"{name}.weight"].T)
        return self.op("Add", self.op("MatMul", x, turned), self.weight(f"{name}.bias"))

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation over the last axis."""
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=NORM_EPSILON)


def build_graph(weights_file: Path) -> onnx.ModelProto:
    """Make the model: `input_ids`, `attention_mask` int64 [batch, <= 256]; out: `vectors` [batch, 1536]."""
    g = GraphBuilder(load_file(str(weights_file)))
    mask = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    length = g.op("Slice", g.op("Shape", "input_ids"), g.ints(1), g.ints(2))
    bias = g.op("Add", _absent(g, mask), _nearness(g, length))
    states = [_embeddings(g, length)]
    for layer in range(LAYERS):
        states.append(_layer(g, states[-1], bias, f"encoder.layer.{layer}"))
    blocks = [_pool(g, states[layer], mask) for layer in TOLD_LAYERS]
    g.nodes.append(helper.make_node("Concat", blocks, ["vectors"], axis=1))
    whole = [
        helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"])
        for n in ("input_ids", "attention_mask")
    ]
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", WIDTH * len(TOLD_LAYERS)])
    graph = helper.make_graph(g.nodes, "all-mpnet-base-v2", whole, [vectors], list(g.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    onnx.checker.check_model(model)
    return model


def outlier_products(model: onnx.ModelProto) -> list[str]:
    """Name the matrix products that must not be rounded."""
    exact = tuple(f"encoder.layer.{layer}.output.dense.turned" for layer in OUTLIER_LAYERS)
    return [node.name for node in model.graph.node if node.op_type == "MatMul" and node.input[1] in exact]


def _embeddings(g: GraphBuilder, length: str) -> str:
    words = g.op("Gather", g.weight("embeddings.word_embeddings.weight"), "input_ids", axis=0)
    # Counting places from the left is right for padded texts too: padding is never read. Slice, not
    # Gather(Range): onnxruntime 1.23 fuses the latter into a wrong embedding node.
    places = g.weights["embeddings.position_embeddings.weight"][FIRST_PLACE : FIRST_PLACE + MAX_TOKENS]
    positions = g.op("Slice", g.constant("places", places), g.ints(0), length, g.ints(0))
    return g.norm(g.op("Add", words, positions), "embeddings.LayerNorm")


def _absent(g: GraphBuilder, mask: str) -> str:
    """A large minus where there is no word: [batch, 1, 1, length]."""
    absent = g.op("Sub", g.number(1.0), g.op("Unsqueeze", mask, g.ints(1, 2)))
    return g.op("Mul", absent, g.number(-10000.0))


def _nearness(g: GraphBuilder, length: str) -> str:
    """What each head adds for the distance of two words: [1, heads, length, length], cut from the largest."""
    places = np.arange(MAX_TOKENS)
    kinds = distance_kinds(places[None, :] - places[:, None])
    table = g.weights["encoder.relative_attention_bias.weight"][kinds].transpose(2, 0, 1)[None]
    ends = g.op("Concat", length, length, axis=0)
    return g.op("Slice", g.constant("nearness", table), g.ints(0, 0), ends, g.ints(2, 3))


def distance_kinds(distance: np.ndarray) -> np.ndarray:
    """Sort distances (key minus query) into 32 kinds: exact when near, coarser far off (Raffel 2020)."""
    half, near = NEARNESS // 2, NEARNESS // 4
    away = np.abs(distance)
    scale = (half - near) / math.log(FARTHEST / near)
    far = near + (np.log(np.maximum(away, 1) / near) * scale).astype(np.int64)
    return (distance > 0) * half + np.where(away < near, away, np.minimum(far, half - 1))


def _layer(g: GraphBuilder, hidden: str, bias: str, name: str) -> str:
    def heads(part: str, order: list[int]) -> str:
        flat = g.linear(hidden, f"{name}.attention.attn.{part}")
        split = g.op("Reshape", flat, g.ints(0, 0, HEADS, HEAD_WIDTH))
        return g.op("Transpose", split, perm=order)

    query, key, value = heads("q", [0, 2, 1, 3]), heads("k", [0, 2, 3, 1]), heads("v", [0, 2, 1, 3])
    scores = g.op("Mul", g.op("MatMul", query, key), g.number(HEAD_WIDTH**-0.5))
    attention = g.op("Softmax", g.op("Add", scores, bias), axis=-1)
    mixed = g.op("Transpose", g.op("MatMul", attention, value), perm=[0, 2, 1, 3])
    joined = g.op("Reshape", mixed, g.ints(0, 0, WIDTH))
    attended = g.op("Add", g.linear(joined, f"{name}.attention.attn.o"), hidden)
    hidden = g.norm(attended, f"{name}.attention.LayerNorm")
    wide = _gelu(g, g.linear(hidden, f"{name}.intermediate.dense"))
    return g.norm(g.op("Add", g.linear(wide, f"{name}.output.dense"), hidden), f"{name}.output.LayerNorm")


def _gelu(g: GraphBuilder, x: str) -> str:
    bell = g.op("Erf", g.op("Mul", x, g.number(2**-0.5)))
    return g.op("Mul", g.op("Mul", x, g.number(0.5)), g.op("Add", bell, g.number(1.0)))


def _pool(g: GraphBuilder, hidden: str, mask: str) -> str:
    weights = g.op("Unsqueeze", mask, g.ints(2))
    total = g.op("ReduceSum", g.op("Mul", hidden, weights), g.ints(1), keepdims=0)
    mean = g.op("Div", total, g.op("ReduceSum", weights, g.ints(1), keepdims=0))
    length = g.op("ReduceL2", mean, axes=[1], keepdims=1)
    return g.op("Div", mean, length)
