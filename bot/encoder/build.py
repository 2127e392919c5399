"""`python -m bot.encoder.build FOLDER`: make `encoder.onnx` (int8) and `tokenizer.json` there, once."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from bot.encoder.graph import build_graph
from bot.encoder.weights import WeightsError, official_file


def build(folder: Path) -> None:
    """Write both files; `encoder.onnx` appears last and whole, so that its presence means done.

    Raises WeightsError if the official weights are not there.
    """
    weights, tokenizer = (
        official_file("model.safetensors"),
        official_file("tokenizer.json"),
    )
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        exact, small = Path(scratch) / "exact.onnx", Path(scratch) / "small.onnx"
        onnx.save(build_graph(weights), str(exact))
        quantize_dynamic(exact, small, per_channel=True, weight_type=QuantType.QInt8)
        shutil.copy(tokenizer, folder / "tokenizer.json")
        os.replace(small, folder / "encoder.onnx")


def main() -> int:
    """Build into the folder given; gives 1 with one sentence if the weights are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    try:
        build(parser.parse_args().folder)
    except WeightsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
