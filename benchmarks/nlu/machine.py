"""On what it was measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("rasa", "tensorflow", "onnxruntime", "numpy", "scikit-learn")


def describe() -> str:
    """Give machine, cores, memory, load and versions in one line."""
    processor = _line("/proc/cpuinfo", "model name") or platform.processor()
    memory = int((_line("/proc/meminfo", "MemTotal") or "0").split()[0]) / 2**20
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return (
        f"{processor}, {os.cpu_count()} cores, {memory:.0f} GiB; load at the start {os.getloadavg()[0]:.1f}; "
        f"Python {platform.python_version()}, {versions}"
    )


def _line(path: str, name: str) -> str | None:
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith(name):
            return line.split(":", 1)[1].strip()
    return None
