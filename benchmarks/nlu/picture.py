"""The confusion matrix as a picture; only what was ever confused has a row or a column."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

DPI = 200
INCHES_PER_LABEL = 0.19


def draw(pairs: list[tuple[str, str]], title: str, path: Path) -> None:
    """Draw what was meant (rows) against what it was taken for (columns), from (meant, taken) pairs."""
    counts = Counter((meant, taken) for meant, taken in pairs)
    wrong = [(meant, taken) for meant, taken in counts if meant != taken]
    labels = sorted({label for pair in wrong for label in pair})
    if not labels:
        return
    totals = Counter(meant for meant, _ in pairs)
    grid = [[100 * counts[row, column] / max(totals[row], 1) for column in labels] for row in labels]
    side = 3 + INCHES_PER_LABEL * len(labels)
    figure, axes = pyplot.subplots(figsize=(side, side))
    axes.imshow(grid, cmap="Blues", vmin=0, vmax=100)
    axes.set_xticks(range(len(labels)), labels, rotation=90, fontsize=7)
    axes.set_yticks(range(len(labels)), labels, fontsize=7)
    axes.set_xticks([place - 0.5 for place in range(len(labels))], minor=True)
    axes.set_yticks([place - 0.5 for place in range(len(labels))], minor=True)
    axes.grid(which="minor", color="#e4e4e4", linewidth=0.4)
    axes.tick_params(which="minor", length=0)
    for y, row in enumerate(labels):
        for x, column in enumerate(labels):
            if times := counts[row, column]:
                shade = "white" if grid[y][x] > 60 else "black" if x == y else "#a11000"
                axes.text(x, y, str(times), ha="center", va="center", fontsize=5.5, color=shade)
    axes.set_xlabel("taken for")
    axes.set_ylabel("meant")
    axes.set_title(title, fontsize=10)
    figure.savefig(path, dpi=DPI, bbox_inches="tight")
    pyplot.close(figure)
