"""Measures another detector on the pictures that ours is chosen on:
`python -m training.detector.rival --data DIR --found FILE --threshold 2.0`.

FILE is a table without a header, one detection a row: picture's file name, x0, y0, x1, y1 in its pixels, score.
"""

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from . import data
from .metrics import summary


def read(path: Path) -> dict[str, np.ndarray]:
    """Detections [n, 5] (x0, y0, x1, y1, score) by file name, surest first."""
    rows: dict[str, list[list[float]]] = {}
    with path.open(newline="", encoding="utf-8") as file:
        for name, *numbers in csv.reader(file):
            rows.setdefault(name, []).append([float(n) for n in numbers])
    tables = {name: np.array(found, np.float32).reshape(-1, 5) for name, found in rows.items()}
    return {name: table[np.argsort(-table[:, 4], kind="stable")] for name, table in tables.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with boxes.csv and images/")
    parser.add_argument("--found", type=Path, required=True)
    parser.add_argument("--threshold", type=float, required=True, help="score at which the largest face must be found")
    options = parser.parse_args()
    _, choose = data.split(data.load(options.data))
    found = read(options.found)
    nothing = np.zeros((0, 5), np.float32)
    print(json.dumps(summary(choose, [found.get(p.name, nothing) for p in choose], options.threshold)))


if __name__ == "__main__":
    main()
