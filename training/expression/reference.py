"""Reference of everything around the model, for other implementations to match.

    python -m training.expression.reference IMAGE X Y W H [--model FILE]

prints JSON for the face box (left, top, width, height in pixels) of an image.

1. Grey: 0.299 R + 0.587 G + 0.114 B (BT.601) of the 8-bit values, not rounded.
2. Square: side = FRAME * max(width, height), centre = the box's centre moved down
   by DOWN * side. With these numbers the mean crop of 300 labelled WIDER faces is most
   like the mean FER-2013 picture (correlation 0.94 of a search over both).
3. Resize to 48x48, each axis by itself, half-pixel centres, triangle filter that
   widens when reducing (antialias on). With scale = side / 48, output i has its
   centre at c = start + (i + 0.5) * scale; the source pixel k weighs
   max(0, 1 - |k + 0.5 - c| / max(scale, 1)); the weights are divided by their sum.
   Pixels outside the image repeat the nearest inside. The result is not rounded.
4. The model; softmax of expression_logits / temperature.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image

from training.common import onnx_tools
from training.expression.data import LABELS, SIDE
from training.expression.manifest import temperature_of
from training.expression.metrics import softmax

FRAME = 0.95
DOWN = 0.0
LUMA = np.array([0.299, 0.587, 0.114])


def grey(rgb):
    """Float64 [H,W] of uint8 [H,W,3]."""
    return rgb.astype(np.float64) @ LUMA


def square(box):
    """(left, top, side) in pixels, fractions kept, of the box (x, y, width, height)."""
    x, y, width, height = box
    side = FRAME * max(width, height)
    return x + width / 2 - side / 2, y + height / 2 + DOWN * side - side / 2, side


def weights(start, side, length):
    """Matrix [48, length] that resamples one axis of `length` pixels."""
    scale = side / SIDE
    support = max(scale, 1.0)
    centre = start + (np.arange(SIDE)[:, None] + 0.5) * scale
    source = np.arange(int(np.floor(start - support)), int(np.ceil(start + side + support)) + 1)
    share = np.maximum(0.0, 1.0 - np.abs(source + 0.5 - centre) / support)
    matrix = np.zeros((length, SIDE))
    np.add.at(matrix, source.clip(0, length - 1), (share / share.sum(axis=1, keepdims=True)).T)
    return matrix.T


def crop(rgb, box):
    """The model's input float32 [1,1,48,48] for a box in the image uint8 [H,W,3]."""
    left, top, side = square(box)
    picture = grey(rgb)
    rows, columns = weights(top, side, picture.shape[0]), weights(left, side, picture.shape[1])
    return (rows @ picture @ columns.T).astype(np.float32)[None, None]


def classify(model, face, temperature):
    """Figures for one face [1,1,48,48] as plain values."""
    logits, fer2013 = onnx_tools.session(model).run(["expression_logits", "fer2013_logits"], {"face": face})
    probabilities = softmax(logits, temperature)[0]
    return {
        "label": LABELS[int(probabilities.argmax())],
        "probabilities": dict(zip(LABELS, probabilities.round(6).tolist())),
        "expression_logits": logits[0].tolist(),
        "fer2013_logits": fer2013[0].tolist(),
        "temperature": temperature,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("image", type=Path)
    parser.add_argument("box", type=float, nargs=4, metavar=("X", "Y", "W", "H"))
    parser.add_argument("--model", type=Path, default=Path("models/expression.onnx"))
    options = parser.parse_args()
    rgb = np.asarray(Image.open(options.image).convert("RGB"))
    face = crop(rgb, options.box)
    print(json.dumps(classify(options.model, face, temperature_of(options.model)), indent=1))


if __name__ == "__main__":
    main()
