"""Write numbers that another implementation of `reference` must reproduce.

    python -m training.expression.golden [--model FILE]

The picture is a formula of whole numbers, so that no image file is needed: the
pixel at column x, row y of 160x120 has the three channels of `picture`.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from training.common import onnx_tools
from training.expression import reference
from training.expression.manifest import temperature_of

WIDTH, HEIGHT = 160, 120
BOXES = {
    "reduced": (30.5, 12.25, 80.0, 96.0),
    "past the edge": (-20.0, 60.0, 70.0, 90.0),
    "enlarged": (70.0, 40.0, 24.0, 30.0),
}
SAMPLES = ((0, 0), (0, 47), (5, 31), (17, 8), (24, 24), (33, 40), (47, 0), (47, 47))


def picture():
    """uint8 [120,160,3]: ramps with a chequered pattern of eight pixels."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    check = 40 * ((x // 8 + y // 8) % 2)
    channels = (x + check, (2 * y) % 200 + check // 2, 255 - x // 2 - y // 3 - check)
    return np.stack(channels, axis=2).astype(np.uint8)


def case(model, box, temperature):
    """Crop samples ([row, column, value]), their mean, and the model's answer."""
    face = reference.crop(picture(), box)
    samples = [[row, column, round(float(face[0, 0, row, column]), 4)] for row, column in SAMPLES]
    answer = reference.classify(model, face, temperature)
    return {"box": box, "mean": round(float(face.mean()), 4), "samples": samples, **answer}


def write(model):
    """Writes <model>.golden.json beside the ONNX file `model`."""
    temperature = temperature_of(model)
    cases = {name: case(model, box, temperature) for name, box in BOXES.items()}
    content = {"model_sha256": onnx_tools.sha256(model), "tolerance": 0.001, "cases": cases}
    model.with_suffix(".golden.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, default=Path("models/expression.onnx"))
    write(parser.parse_args().model)


if __name__ == "__main__":
    main()
