"""The sentence encoder: all-mpnet-base-v2 built once as an ONNX file and run without torch."""
