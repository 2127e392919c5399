"""The encoder as an ONNX graph: MPNet, 12 layers, mean pooling, unit length (Song 2020; Reimers 2019).

Besides the last layer, which is the sentence's meaning, it gives a pooled lower layer: that keeps more of the
wording, which tells neighbouring topics apart.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from safetensors.numpy import load_file

from bot.encoder.graph_builder import GraphBuilder

LAYERS, HEADS, WIDTH = 12, 12, 768
TOLD_LAYERS = (12, 8)  # the embedding is 0
MAX_TOKENS = 256
FIRST_PLACE = 2  # places 0 and 1 are kept for padding
NEARNESS, FARTHEST = 32, 128  # kinds of distance between two words; from where all are one kind
# The neurons of each layer that grow so large that rounding them to a byte together with the others would
# drown these: over 10 in 300 of our phrases, where the median neuron reaches 2. They are computed exactly.
LOUD = {
    0: (74, 128, 1459, 1895, 2662, 2854, 2938),
    1: (1140, 1293),
    2: (1751,),
    3: (587, 1462, 2584),
    4: (945,),
    5: (2605,),
    6: (60, 2644),
    7: (288, 916, 1505),
    8: (255, 471, 529, 680),
    9: (1223, 1490, 1893, 2975),
    10: (1276, 2662, 2779),
}
OPSET = 20
IR_VERSION = 9
EXACT = "loud"  # in the names of products that are not rounded


def build_graph(weights_file: Path) -> onnx.ModelProto:
    """Make the model: `input_ids`, `attention_mask` int64 [batch, <= 256]; out: `vectors` [batch, 1536]."""
    g = GraphBuilder(load_file(str(weights_file)))
    mask = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    length = g.op("Slice", g.op("Shape", "input_ids"), g.ints(1), g.ints(2))
    bias = g.op("Add", _absent(g, mask), _nearness(g, length))
    states = [_embeddings(g, length)]
    for layer in range(LAYERS):
        states.append(_layer(g, states[-1], bias, layer))
    blocks = [_pool(g, states[layer], mask) for layer in TOLD_LAYERS]
    g.nodes.append(helper.make_node("Concat", blocks, ["vectors"], axis=1))
    whole = [
        helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"])
        for n in ("input_ids", "attention_mask")
    ]
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", WIDTH * len(TOLD_LAYERS)])
    graph = helper.make_graph(g.nodes, "all-mpnet-base-v2", whole, [vectors], list(g.constants.values()))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
    onnx.checker.check_model(model)
    return model


def exact_products(model: onnx.ModelProto) -> list[str]:
    """Name the matrix products that must not be rounded."""
    products = (node for node in model.graph.node if node.op_type == "MatMul")
    return [node.name for node in products if node.input[1].endswith(f".{EXACT}.turned")]


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


def _layer(g: GraphBuilder, hidden: str, bias: str, layer: int) -> str:
    name = f"encoder.layer.{layer}"
    mixed = g.linear(_attention(g, hidden, bias, name), f"{name}.attention.attn.o")
    hidden = g.norm(g.op("Add", mixed, hidden), f"{name}.attention.LayerNorm")
    wide = _feed_forward(g, hidden, name, LOUD.get(layer, ()))
    return g.norm(g.op("Add", wide, hidden), f"{name}.output.LayerNorm")


def _attention(g: GraphBuilder, hidden: str, bias: str, name: str) -> str:
    """Query, key and value in one product, then onnxruntime's own attention, which takes the bias."""
    parts = [g.of_layer(f"{name}.attention.attn.{part}") for part in "qkv"]
    weight, shift = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    query, key, value = g.split(g.linear_of(hidden, f"{name}.attention.attn.qkv", weight, shift), 3)
    return g.op(
        "MultiHeadAttention", query, key, value, "", "", bias, domain="com.microsoft", num_heads=HEADS
    )


def _feed_forward(g: GraphBuilder, hidden: str, name: str, loud: tuple[int, ...]) -> str:
    """Both products; the loud neurons are taken out of them and added by a small pair of their own."""
    first, shift = g.of_layer(f"{name}.intermediate.dense")
    second, last = g.of_layer(f"{name}.output.dense")
    rows = list(loud)
    quiet, quiet_shift, quiet_second = first.copy(), shift.copy(), second.copy()
    quiet[rows], quiet_shift[rows], quiet_second[:, rows] = 0, 0, 0
    wide = g.op("Gelu", g.linear_of(hidden, f"{name}.intermediate", quiet, quiet_shift))
    narrow = g.linear_of(wide, f"{name}.output", quiet_second, last)
    if not loud:
        return narrow
    few = g.op("Gelu", g.linear_of(hidden, f"{name}.intermediate.{EXACT}", first[rows], shift[rows]))
    return g.op("Add", narrow, g.product(few, f"{name}.output.{EXACT}", second[:, rows]))


def _pool(g: GraphBuilder, hidden: str, mask: str) -> str:
    weights = g.op("Unsqueeze", mask, g.ints(2))
    total = g.op("ReduceSum", g.op("Mul", hidden, weights), g.ints(1), keepdims=0)
    mean = g.op("Div", total, g.op("ReduceSum", weights, g.ints(1), keepdims=0))
    length = g.op("ReduceL2", mean, g.ints(1), keepdims=1)
    return g.op("Div", mean, length)
