"""`python -m bot.encoder.build FOLDER`: make `encoder.onnx` (int8) and `tokenizer.json` there, once."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from bot.encoder.graph import build_graph, exact_products
from bot.encoder.weights import WeightsError, official_files


def build(folder: Path) -> None:
    """Write both files; `encoder.onnx` appears last and whole, so that its presence means done.

    Raises WeightsError if the official weights are not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        weights, tokenizer = official_files(Path(scratch))
        exact, small = Path(scratch) / "exact.onnx", Path(scratch) / "small.onnx"
        model = build_graph(weights)
        onnx.save(model, str(exact))
        quantize_dynamic(
            exact,
            small,
            per_channel=True,
            # Seven bits: with eight, processors without VNNI overflow.
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=exact_products(model),
            # Shape inference does not know onnxruntime's attention, nor then the type of what follows it.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        shutil.copy(tokenizer, folder / "tokenizer.json")
        os.replace(small, folder / "encoder.onnx")


def main() -> int:
    """Build into the folder given; gives 1 with one sentence if the weights are wrong."""
    logging.getLogger().setLevel(
        logging.ERROR
    )  # onnxruntime advises a preparation that our graph does not need
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
