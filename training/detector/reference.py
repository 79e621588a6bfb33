"""Complete inference in NumPy and ONNX Runtime, as the application does it; prints boxes as JSON.

    python -m training.detector.reference models/face-detector.onnx picture.jpg

Preprocessing, exactly: scale = 320 / longer side; each side becomes floor(side * scale + 0.5), at least 1;
both axes are resampled on their own with a triangle filter with half-pixel centres, whose support is
max(1, 1 / ratio) source pixels, cut at the picture's edge and normalised to sum one, without rounding in
between or at the end; the result lies at the top left of a black canvas whose sides are rounded up to
multiples of 32. Boxes are divided by (new side / old side) of their axis.

Where no face is found, or one whose longer side is LARGE_SHARE of the picture's or more, a second look at the picture
reduced to NEAR_SIDE pixels settles faces that (almost) fill it: see `settle`.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from training.common.onnx_tools import session

STRIDES = (8, 16, 32)
LONG_SIDE = 320
MULTIPLE = 32
SCORE_THRESHOLD = 0.45
NMS_IOU = 0.45
NEAR_SIDE = 128
NEAR_SHARE = 1 / 3
LARGE_SHARE = 0.4
WHOLE = 0.8


def resize_matrix(old: int, new: int) -> np.ndarray:
    """float32 [new, old]: row i holds the triangle filter's weights of output pixel i."""
    ratio = old / new
    support = max(1.0, ratio)
    centre = (np.arange(new) + 0.5) * ratio
    distance = (np.arange(old) + 0.5)[None] - centre[:, None]
    weights = np.clip(1 - np.abs(distance) / support, 0, None)
    return (weights / weights.sum(1, keepdims=True)).astype(np.float32)


def letterbox(pixels: np.ndarray, long_side: int = LONG_SIDE) -> tuple[np.ndarray, tuple[float, float]]:
    """uint8 [h, w, 3] -> float32 [1, 3, H, W] in 0..255, and the factors (x, y) from picture to canvas."""
    height, width = pixels.shape[:2]
    scale = long_side / max(height, width)
    new_h, new_w = (max(1, int(np.floor(side * scale + 0.5))) for side in (height, width))
    planes = pixels.astype(np.float32).transpose(2, 0, 1)
    resized = resize_matrix(height, new_h) @ planes @ resize_matrix(width, new_w).T
    canvas = np.zeros((1, 3, *(-(-side // MULTIPLE) * MULTIPLE for side in (new_h, new_w))), np.float32)
    canvas[0, :, :new_h, :new_w] = resized
    return canvas, (new_w / width, new_h / height)


def decode(outputs: list[np.ndarray], least: float) -> np.ndarray:
    """score_8, box_8, score_16, ... -> float32 [k, 5] as x0, y0, x1, y1 (canvas pixels), score >= least."""
    rows = []
    for stride, score, box in zip(STRIDES, outputs[0::2], outputs[1::2]):
        y, x = np.nonzero(score[0, 0] >= least)
        dx, dy, dw, dh = box[0][:, y, x]
        cx, cy = (x + 0.5 + dx) * stride, (y + 0.5 + dy) * stride
        w, h = np.exp(dw) * stride, np.exp(dh) * stride
        rows.append(np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, score[0, 0][y, x]], 1))
    return np.concatenate(rows).astype(np.float32)


def suppress(boxes: np.ndarray, limit: float = NMS_IOU) -> np.ndarray:
    """Greedy non-maximum suppression: best score first, a box goes if its IoU with a kept one exceeds limit."""
    boxes = boxes[np.argsort(-boxes[:, 4], kind="stable")]
    kept: list[np.ndarray] = []
    while len(boxes):
        kept.append(boxes[0])
        boxes = boxes[1:][iou(boxes[0], boxes[1:]) <= limit]
    return np.array(kept, np.float32).reshape(-1, 5)


def iou(one: np.ndarray, many: np.ndarray) -> np.ndarray:
    """Overlap of one box with many, [k]; columns past the fourth are not read."""
    low = np.maximum(one[:2], many[:, :2])
    high = np.minimum(one[2:4], many[:, 2:4])
    inter = np.clip(high - low, 0, None).prod(1)
    areas = (many[:, 2:4] - many[:, :2]).prod(1) + (one[2:4] - one[:2]).prod()
    return inter / np.maximum(areas - inter, 1e-9)


def side(box: np.ndarray) -> float:
    """The longer side of a box x0, y0, x1, y1."""
    return float(max(box[2] - box[0], box[3] - box[1]))


def holds_middle(outer: np.ndarray, inner: np.ndarray) -> bool:
    """Whether the middle of one box lies in another."""
    middle = (inner[:2] + inner[2:4]) / 2
    return bool((middle >= outer[:2]).all() and (middle <= outer[2:4]).all())


def settle(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Boxes of both looks, [k, 5], best score first. Where boxes of the first share their middle with one of the second, one
    stays: the largest of the first if it is at least WHOLE times as large, else that of the second."""
    kept, settled = list(first), []
    for near in second:
        same = [box for box in kept if holds_middle(near, box) or holds_middle(box, near)]
        kept = [box for box in kept if not (holds_middle(near, box) or holds_middle(box, near))]
        largest = max(same, key=side, default=near)
        settled.append(largest if side(largest) >= WHOLE * side(near) else near)
    boxes = np.array(settled + kept, np.float32).reshape(-1, 5)
    return boxes[np.argsort(-boxes[:, 4], kind="stable")]


class Detector:
    """The exported file behind one call."""

    def __init__(self, model: Path, threads: int = 1):
        self.session = session(model, threads)
        self._names = [f"{kind}_{stride}" for stride in STRIDES for kind in ("score", "box")]

    def candidates(self, pixels: np.ndarray, least: float, long_side: int = LONG_SIDE) -> np.ndarray:
        """uint8 [h, w, 3] RGB -> float32 [k, 5] in the picture's pixels, many boxes a face, unsorted."""
        canvas, (fx, fy) = letterbox(pixels, long_side)
        boxes = decode(self.session.run(self._names, {"image": canvas}), least)
        return boxes / np.array([fx, fy, fx, fy, 1], np.float32)

    def __call__(self, pixels: np.ndarray, least: float = SCORE_THRESHOLD, limit: float = NMS_IOU) -> np.ndarray:
        """uint8 [h, w, 3] RGB -> float32 [k, 5]: x0, y0, x1, y1 in the picture's pixels, score; best first."""
        return suppress(self.candidates(pixels, least), limit)

    def both_looks(self, pixels: np.ndarray, threshold: float = SCORE_THRESHOLD, limit: float = NMS_IOU) -> np.ndarray:
        """As a call, with the second look where it is due: what the application finds."""
        first, long_side = self(pixels, threshold, limit), max(pixels.shape[:2])
        if len(first) and all(side(box) < LARGE_SHARE * long_side for box in first):
            return first
        second = suppress(self.candidates(pixels, threshold, NEAR_SIDE), limit)
        large = [box for box in second if side(box) >= NEAR_SHARE * long_side]
        return settle(first, np.array(large, np.float32).reshape(-1, 5))


def main() -> None:
    parser = argparse.ArgumentParser(description="Prints the faces of one picture as JSON.")
    parser.add_argument("model", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--threshold", type=float, default=SCORE_THRESHOLD)
    options = parser.parse_args()
    pixels = np.asarray(Image.open(options.picture).convert("RGB"))
    faces = Detector(options.model).both_looks(pixels, options.threshold)
    keys = ("x0", "y0", "x1", "y1", "score")
    rows = [{k: round(float(v), 4) for k, v in zip(keys, face)} for face in faces]
    json.dump({"width": pixels.shape[1], "height": pixels.shape[0], "faces": rows}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
