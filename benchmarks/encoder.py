"""The built encoder beside the exact one: `.venv/bot/bin/python -m benchmarks.encoder`.

Prints how near its vectors are to those of the same weights without rounding, what a message costs, and the
neurons that grow over LOUD_FROM in some of our phrases, which bot/encoder/graph.py computes exactly.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from tokenizers import Tokenizer

from benchmarks.nlu.phrase import evenly
from benchmarks.phrases import training_phrases
from bot.encoder.graph import LOUD, build_graph
from bot.encoder.model import BLOCKS, DIMENSIONS, MAX_TOKENS, SentenceEncoder
from bot.encoder.weights import official_files

COUNT = 300
LOUD_FROM = 10.0
WIDE = ".output.turned"  # the weights whose product reads the wide layer


def main() -> None:
    """Measure on some of our training phrases, evenly spread."""
    phrases = evenly(training_phrases()[0], COUNT)
    built = SentenceEncoder(Path("var/encoder"), threads=2)
    seconds, vectors = [], []
    for phrase in phrases:
        begun = time.perf_counter()
        vectors.append(built.encode([phrase])[0])
        seconds.append(time.perf_counter() - begun)
    with tempfile.TemporaryDirectory() as folder:
        exact, peaks = _exact(Path(folder), phrases)
    alike = (np.array(vectors) * exact).reshape(COUNT, BLOCKS, DIMENSIONS).sum(2)
    print(f"cosine to the exact vectors, mean of each block: {alike.mean(0).round(4).tolist()}")
    print(f"cosine to the exact vectors, least:              {alike.min(0).round(4).tolist()}")
    print(
        f"a message: median {np.median(seconds) * 1e3:.1f} ms, 95th {np.quantile(seconds, 0.95) * 1e3:.1f} ms"
    )
    for layer, peak in enumerate(peaks):
        loud = np.flatnonzero(peak > LOUD_FROM).tolist()
        print(
            f"layer {layer:2d}: set apart {LOUD.get(layer, ())}, of the others over {LOUD_FROM:.0f}: {loud}"
        )


def _exact(folder: Path, phrases: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Give the exact vectors [n, 1536] and each quiet neuron's largest activation [layers, 3072]."""
    weights, tokenizer = official_files(folder)
    model = build_graph(weights)
    products = (node.input for node in model.graph.node if node.op_type == "MatMul")
    wide = [read for read, weight in products if weight.endswith(WIDE)]
    model.graph.output.extend(
        onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in wide
    )
    onnx.save(model, str(folder / "exact.onnx"))
    session = onnxruntime.InferenceSession(str(folder / "exact.onnx"), providers=["CPUExecutionProvider"])
    reader = Tokenizer.from_file(str(tokenizer))
    reader.no_padding()
    reader.enable_truncation(MAX_TOKENS)
    vectors, peaks = [], np.zeros(())
    for phrase in phrases:
        ids = np.array([reader.encode(phrase).ids], dtype=np.int64)
        found, *layers = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        vectors.append(found[0])
        peaks = np.maximum(peaks, [np.abs(layer[0]).max(0) for layer in layers])
    return np.array(vectors), peaks


if __name__ == "__main__":
    main()
