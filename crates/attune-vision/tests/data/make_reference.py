"""Writes reference.json: what the Python references say about astronaut.png.

    python crates/attune-vision/tests/data/make_reference.py      (from the repository's root)

Faces as x, y, w, h in pixels with their scores, and the expression of each.
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


def main():
    entries = {e["id"]: e for e in tomllib.loads((MODELS / "manifest.toml").read_text())["model"]}
    files = {name: MODELS / entry["file"] for name, entry in entries.items()}
    spec, framing = entries["face-detector"]["detector"], entries["expression"]["crop"]
    reference.FRAME, reference.DOWN = framing["scale"], framing["dy"]
    pixels = np.asarray(Image.open(HERE / "astronaut.png").convert("RGB"))
    faces = []
    for x0, y0, x1, y1, score in Detector(files["face-detector"])(pixels, spec["score_threshold"], spec["nms_iou"]):
        box = [float(v) for v in (x0, y0, x1 - x0, y1 - y0)]
        temperature = entries["expression"]["classifier"]["temperature"]
        answer = reference.classify(files["expression"], reference.crop(pixels, box), temperature)
        faces.append({"box": box, "score": float(score), "expression": answer["probabilities"]})
    content = {"sha256": {name: sha256(file) for name, file in files.items()}, "faces": faces}
    (HERE / "reference.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
