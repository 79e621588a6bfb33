"""Writes reference.json: what the Python references say about astronaut.png and about parts of it.

    python crates/attune-vision/tests/data/make_reference.py      (from the repository's root)

Faces as x, y, w, h in pixels with their scores, and the expression of each. The parts (left, top, right, bottom) show
the face larger and larger, so that it takes the second look to find it.
"""

import json
import sys
import tomllib
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(ROOT))

from training.common.onnx_tools import sha256  # noqa: E402
from training.detector.reference import Detector  # noqa: E402
from training.expression import reference  # noqa: E402

MODELS = ROOT / "models"


PARTS = {
    "whole": (0, 0, 420, 350),
    "bust": (110, 20, 350, 260),
    "head": (150, 30, 310, 210),
    "face": (172, 50, 278, 188),
    "nobody": (300, 0, 420, 120),
}


def faces(detector, entries, pixels):
    """What is found in a picture uint8 [h, w, 3] and what it shows."""
    spec, temperature = entries["face-detector"]["detector"], entries["expression"]["classifier"]["temperature"]
    found = []
    for x0, y0, x1, y1, score in detector.both_looks(pixels, spec["score_threshold"], spec["nms_iou"]):
        box = [float(v) for v in (x0, y0, x1 - x0, y1 - y0)]
        face = reference.crop(pixels, box)
        answer = reference.classify(MODELS / entries["expression"]["file"], face, temperature)
        found.append({"box": box, "score": float(score), "expression": answer["probabilities"]})
    return found


def main():
    entries = {e["id"]: e for e in tomllib.loads((MODELS / "manifest.toml").read_text())["model"]}
    framing = entries["expression"]["crop"]
    reference.FRAME, reference.DOWN = framing["scale"], framing["dy"]
    detector = Detector(MODELS / entries["face-detector"]["file"])
    pixels = np.asarray(Image.open(HERE / "astronaut.png").convert("RGB"))
    parts = []
    for name, (left, top, right, bottom) in PARTS.items():
        part = np.ascontiguousarray(pixels[top:bottom, left:right])
        parts.append({"name": name, "part": [left, top, right, bottom], "faces": faces(detector, entries, part)})
    hashes = {name: sha256(MODELS / entries[name]["file"]) for name in ("face-detector", "expression")}
    content = {"sha256": hashes, "parts": parts}
    (HERE / "reference.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
