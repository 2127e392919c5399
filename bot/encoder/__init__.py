"""The sentence encoder: all-MiniLM-L6-v2 built once as an ONNX file and run without torch."""
